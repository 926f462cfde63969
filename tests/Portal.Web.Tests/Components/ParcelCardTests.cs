using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class ParcelCardTests : ComponentTest
{
    [Theory]
    [InlineData("en", "Ordered, done", "Shipped, done", "Delivered, not yet", "In this parcel")]
    [InlineData("de", "Bestellt, erledigt", "Versandt, erledigt", "Zugestellt, noch nicht", "In diesem Paket")]
    public void ParcelCard_OnItsWay_SaysWhichStepsAreDone(string locale, string ordered, string shipped, string delivered, string contents)
    {
        Speak(locale);
        var card = Render<ParcelCard>(p => p.Add(c => c.Parcel, Samples.Parcel(2)));

        Assert.Equal([ordered, shipped, delivered], card.FindAll(".progress > li").Select(step => step.TextContent.Trim()));
        Assert.Equal(contents, card.Find(".parcel-contents").TextContent);
        Assert.Equal("2 × Mug", card.Find("ul > li").TextContent);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(9, 3)]
    [InlineData(-1, 0)]
    public void ParcelCard_Step_CountsWhatIsBehindIt(int step, int done) =>
        Assert.Equal(done, Render<ParcelCard>(p => p.Add(c => c.Parcel, Samples.Parcel(step))).FindAll(".progress > .done").Count);

    [Fact]
    public void ParcelCard_Tracking_TellsTheCarrierNothingAboutThePage()
    {
        var link = Render<ParcelCard>(p => p.Add(c => c.Parcel, Samples.Parcel(2))).Find("a");

        Assert.Equal("https://carrier.example/1", link.GetAttribute("href"));
        Assert.Equal("noopener noreferrer", link.GetAttribute("rel"));
    }

    [Fact]
    public void ParcelCard_TrackingWithoutAddress_IsPlainText()
    {
        var card = Render<ParcelCard>(p => p.Add(c => c.Parcel, Samples.Parcel(2, trackingUrl: null)));

        Assert.Empty(card.FindAll("a"));
        Assert.Contains("Track it", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ParcelCard_HostileText_StaysText()
    {
        var card = Render<ParcelCard>(p => p.Add(c => c.Parcel, new ParcelView(Hostile, Hostile, Hostile, Hostile, [Hostile], Hostile, "/a", 1)));

        Assert.Equal(Hostile, card.Find("h3").TextContent);
        Assert.Empty(card.FindAll("script, img"));
    }
}
