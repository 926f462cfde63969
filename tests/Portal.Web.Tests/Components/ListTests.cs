using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class ListTests : ComponentTest
{
    [Fact]
    public void MoneyBreakdown_Rows_EndWithTheSum() =>
        Render<MoneyBreakdown>(p => p.Add(m => m.Rows, [new("Mug", "€20.00"), new("You get", "€18.00", IsSum: true)])).MarkupMatches(
            """<dl class="facts"><div><dt>Mug</dt><dd><bdi>€20.00</bdi></dd></div><div class="sum"><dt>You get</dt><dd><bdi>€18.00</bdi></dd></div></dl>""");

    [Fact]
    public void MoneyBreakdown_HostileText_StaysText() =>
        Assert.Equal(Hostile, Render<MoneyBreakdown>(p => p.Add(m => m.Rows, [new(Hostile, Hostile)])).Find("dt").TextContent);

    [Theory]
    [InlineData("en", "Next: In your account")]
    [InlineData("de", "Als Nächstes: In your account")]
    public void Timeline_Next_IsToldApartInWords(string locale, string heard)
    {
        Speak(locale);
        var timeline = Render<Timeline>(p => p.Add(t => t.Steps, [new("You asked", "20 November 2026, 09:12", "2026-11-20T09:12:00Z"), new("In your account", IsNext: true)]));

        Assert.Equal("2026-11-20T09:12:00Z", timeline.Find("time").GetAttribute("datetime"));
        Assert.Equal(heard, timeline.Find("li.next").TextContent);
    }

    [Fact]
    public void Timeline_TimeForPeopleOnly_IsNotATimeElement()
    {
        var timeline = Render<Timeline>(p => p.Add(t => t.Steps, [new(Hostile, "this morning")]));

        Assert.Empty(timeline.FindAll("time, script, img"));
        Assert.Equal("this morning", timeline.Find(".when").TextContent);
    }

    [Fact]
    public void SummaryList_Change_NamesWhatItChanges()
    {
        var list = Render<SummaryList>(p => p.Add(s => s.Rows, [new("Pieces", "1 of 2", "Change", "/items", "how many"), new("Item", "Mug", "Change", "/items"), new("Address", "Ada\nLisbon")]));

        Assert.Equal(["Change, how many", "Change, Item"], list.FindAll(".summary-change a").Select(link => link.TextContent));
        Assert.Equal("Ada\nLisbon", list.FindAll(".summary-value")[2].TextContent);
    }

    [Fact]
    public void SummaryList_HostileText_StaysText()
    {
        var list = Render<SummaryList>(p => p.Add(s => s.Rows, [new(Hostile, Hostile, Hostile, "/a", Hostile)]));

        Assert.Equal(Hostile, list.Find(".summary-value").TextContent);
        Assert.Empty(list.FindAll("script, img"));
    }

    [Fact]
    public void EmptyState_Always_OffersAWayOn() =>
        Render<EmptyState>(p => p.Add(e => e.Title, "Nothing found").Add(e => e.Text, "Try other words.").Add(e => e.LinkText, "All subjects").Add(e => e.LinkUrl, "/en/help").Add(e => e.Level, 1)).MarkupMatches(
            """<div class="empty"><h1>Nothing found</h1><p class="soft">Try other words.</p><p><a class="button" href="/en/help">All subjects</a></p></div>""");

    [Fact]
    public void EmptyState_HostileText_StaysText() =>
        Assert.Empty(Render<EmptyState>(p => p.Add(e => e.Title, Hostile).Add(e => e.Text, Hostile)).FindAll("script, img, a"));
}
