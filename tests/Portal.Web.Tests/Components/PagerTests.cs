using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class PagerTests : ComponentTest
{
    [Theory]
    [InlineData(1, 1, "1")]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 12, "1 2 … 12")]
    [InlineData(5, 12, "1 … 4 5 6 … 12")]
    [InlineData(3, 12, "1 2 3 4 … 12")]
    [InlineData(4, 12, "1 2 3 4 5 … 12")]
    [InlineData(12, 12, "1 … 11 12")]
    [InlineData(99, 12, "1 … 11 12")]
    [InlineData(-4, 12, "1 2 … 12")]
    public void PageNumbers_Around_ShowsNeighboursAndEnds(int page, int pages, string expected) =>
        Assert.Equal(expected, string.Join(' ', PageNumbers.Around(page, pages).Select(number => number is null ? "…" : $"{number}")));

    [Theory]
    [InlineData("en", "Page 2", "Previous", "Next")]
    [InlineData("de", "Seite 2", "Zurück", "Weiter")]
    public void Pager_Middle_LinksBothWays(string locale, string current, string previous, string next)
    {
        Speak(locale);
        var pager = Render<Pager>(p => p.Add(x => x.Page, 2).Add(x => x.Pages, 3).Add(x => x.Url, page => $"?page={page}"));

        Assert.Equal(current, pager.Find("[aria-current=page]").GetAttribute("aria-label"));
        Assert.Equal("?page=1", pager.Find("[rel=prev]").GetAttribute("href"));
        Assert.Equal("?page=3", pager.Find("[rel=next]").GetAttribute("href"));
        Assert.Equal(previous, pager.Find("[rel=prev]").TextContent);
        Assert.Equal(next, pager.Find("[rel=next]").TextContent);
    }

    [Fact]
    public void Pager_FirstPage_HasNoPrevious() =>
        Assert.Empty(Render<Pager>(p => p.Add(x => x.Page, 1).Add(x => x.Pages, 3)).FindAll("[rel=prev]"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Pager_OnePage_IsNotThere(int pages) =>
        Assert.Empty(Render<Pager>(p => p.Add(x => x.Pages, pages)).Markup.Trim());

    [Fact]
    public void Pager_HostileAddress_StaysAnAttribute()
    {
        var pager = Render<Pager>(p => p.Add(x => x.Pages, 2).Add(x => x.Url, _ => Hostile));

        Assert.Equal(Hostile, pager.Find("a").GetAttribute("href"));
        Assert.Empty(pager.FindAll("script, img"));
    }
}
