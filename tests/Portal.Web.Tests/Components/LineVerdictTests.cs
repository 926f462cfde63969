using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class LineVerdictTests : ComponentTest
{
    private static readonly LineVerdictView Refused = new(
        "Linen apron", "textile", "1 piece · €46.00", "Delivered 14 November 2026", "bad", "Not returnable",
        ["It was made for you.", "If it is damaged, tell us until 14 November 2028."],
        "Made-to-order items", "/en/help/made", "Report a problem", "/en/report", "Ask us to look again", "/en/ask");

    [Fact]
    public void LineVerdict_Refusal_GivesReasonAlternativeAndWaysOn()
    {
        var line = Render<LineVerdict>(p => p.Add(l => l.Line, Refused));

        Assert.Equal("Linen apron", line.Find("h3").TextContent);
        Assert.Equal("Not returnable", line.Find(".chip.bad").TextContent);
        Assert.Equal(
            ["Not returnable", "It was made for you.", "If it is damaged, tell us until 14 November 2028.", "Made-to-order items"],
            line.FindAll(".line-verdict > p").Select(paragraph => paragraph.TextContent.Trim()));
        Assert.Equal("/en/help/made", line.Find(".line-verdict a").GetAttribute("href"));
        Assert.Equal("/en/report", line.Find(".line-actions a:not(.quiet)").GetAttribute("href"));
        Assert.Equal("/en/ask", line.Find(".line-actions a.quiet").GetAttribute("href"));
    }

    [Fact]
    public void LineVerdict_Actions_NameTheItemForThoseWhoHearLinksAlone() =>
        Assert.Equal("Report a problem, Linen apron", Render<LineVerdict>(p => p.Add(l => l.Line, Refused)).Find(".line-actions a").TextContent);

    [Fact]
    public void LineVerdict_NothingToDo_HasNoActions()
    {
        var line = Render<LineVerdict>(p => p.Add(l => l.Line, new LineVerdictView("Board", "board", "1 piece", null, "wait", "On its way", [])).Add(l => l.Level, 4));

        Assert.Empty(line.FindAll(".line-actions, a"));
        Assert.Equal("Board", line.Find("h4").TextContent);
    }

    [Fact]
    public void LineVerdict_HostileText_StaysText()
    {
        var view = new LineVerdictView(Hostile, Hostile, Hostile, Hostile, Hostile, Hostile, [Hostile], Hostile, "/a", Hostile, "/b", Hostile, "/c");
        var line = Render<LineVerdict>(p => p.Add(l => l.Line, view));

        Assert.Equal(Hostile, line.Find("h3").TextContent);
        Assert.Empty(line.FindAll("script, img"));
    }
}
