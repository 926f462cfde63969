using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class NoticeTests : ComponentTest
{
    [Fact]
    public void Notice_AllParts_AreShownInOrder() =>
        Render<Notice>(p => p.Add(n => n.Kind, "good").Add(n => n.Title, "Thank you").Add(n => n.Text, "We have it.").Add(n => n.LinkText, "See it").Add(n => n.LinkUrl, "/en")).MarkupMatches(
            """<div class="notice good"><p class="notice-title">Thank you</p><p>We have it.</p><p><a href="/en">See it</a></p></div>""");

    [Fact]
    public void Notice_TextAlone_HasNoEmptyParts() =>
        Render<Notice>(p => p.Add(n => n.Text, "This is a demo.")).MarkupMatches("""<div class="notice"><p>This is a demo.</p></div>""");

    [Fact]
    public void Notice_HostileText_StaysText()
    {
        var notice = Render<Notice>(p => p.Add(n => n.Kind, Hostile).Add(n => n.Title, Hostile).Add(n => n.Text, Hostile));

        Assert.Equal("notice", notice.Find("div").ClassName);
        Assert.Empty(notice.FindAll("script, img"));
    }

    [Theory]
    [InlineData("", "chip")]
    [InlineData("good", "chip good")]
    [InlineData("wait", "chip wait")]
    [InlineData("bad", "chip bad")]
    [InlineData("shouting", "chip")]
    public void Chip_Kind_IsOneOfFourTones(string kind, string expected)
    {
        var chip = Render<Chip>(p => p.Add(c => c.Kind, kind).Add(c => c.Text, Hostile));

        Assert.Equal(expected, chip.Find("span").ClassName);
        Assert.Equal(Hostile, chip.Find("span").TextContent);
    }
}
