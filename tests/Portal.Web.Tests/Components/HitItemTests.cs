using Bunit;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Search;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class HitItemTests : ComponentTest
{
    [Fact]
    public void HitItem_Section_NamesItsPlaceAndMarksWords()
    {
        var hit = new Hit(Samples.Article(), new Section("costs", "What it costs", 2, ""), "Return an item", "your <mark>money</mark> &amp; more", 1);
        var item = Render<HitItem>(p => p.Add(h => h.Hit, hit).Add(h => h.Url, "/en/help/returns/x#costs"));

        Assert.Equal(["Returns", "What it costs"], item.FindAll(".hit-path > span").Select(span => span.TextContent));
        Assert.Equal("/en/help/returns/x#costs", item.Find("h2 a").GetAttribute("href"));
        Assert.Equal("money", item.Find("mark").TextContent);
        Assert.Contains("your money & more", item.Find("article").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void HitItem_WholeArticle_NamesOnlyItsCategory()
    {
        var hit = new Hit(Samples.Article(), new Section("", "Return an item", 1, ""), "Return an item", "", 1);

        Assert.Single(Render<HitItem>(p => p.Add(h => h.Hit, hit)).FindAll(".hit-path > span"));
    }

    [Fact]
    public void HitItem_OtherLanguage_IsMarked()
    {
        Speak("de");
        var hit = new Hit(Samples.Article(locale: "en"), null, "Return", "", 1);

        Assert.Equal("en", Render<HitItem>(p => p.Add(h => h.Hit, hit)).Find("article").GetAttribute("lang"));
    }

    [Fact]
    public void HitItem_HostileUrlAndSection_StayText()
    {
        var hit = new Hit(Samples.Article(), new Section("a", Hostile, 2, ""), "Return", "", 1);
        var item = Render<HitItem>(p => p.Add(h => h.Hit, hit).Add(h => h.Url, Hostile));

        Assert.Equal(Hostile, item.Find("a").GetAttribute("href"));
        Assert.Empty(item.FindAll("script, img"));
    }
}
