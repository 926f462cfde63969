using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class ArticleCardTests : ComponentTest
{
    [Theory]
    [InlineData("en", "Guide", "2 minutes")]
    [InlineData("de", "Ratgeber", "2 Minuten")]
    public void ArticleCard_OwnLocale_ShowsKindAndTime(string locale, string kind, string time)
    {
        Speak(locale);
        var card = Render<ArticleCard>(p => p.Add(c => c.Article, Samples.Article(locale: locale)));

        Assert.Equal([kind, time], card.FindAll(".tile-facts > span").Select(span => span.TextContent));
        Assert.Null(card.Find("article").GetAttribute("lang"));
        Assert.Equal("/en/help/returns/return-an-item", card.Find("h3 a").GetAttribute("href"));
    }

    [Fact]
    public void ArticleCard_OneMinute_IsSingular() =>
        Assert.Contains("1 minute", Render<ArticleCard>(p => p.Add(c => c.Article, Samples.Article(minutes: 1))).FindAll(".tile-facts > span").Select(span => span.TextContent));

    [Fact]
    public void ArticleCard_Untranslated_SaysItsLanguage()
    {
        Speak("de");
        var card = Render<ArticleCard>(p => p.Add(c => c.Article, Samples.Article(locale: "en")));

        Assert.Equal("en", card.Find("article").GetAttribute("lang"));
        Assert.Equal("de", card.Find(".tile-facts").GetAttribute("lang"));
        Assert.Equal("English", card.Find(".tile-facts > [lang=en]").TextContent);
    }

    [Fact]
    public void ArticleCard_Level_IsTheHeadings() =>
        Assert.Equal("Return an item", Render<ArticleCard>(p => p.Add(c => c.Article, Samples.Article()).Add(c => c.Level, 2)).Find("h2").TextContent);

    [Fact]
    public void ArticleCard_HostileText_StaysText()
    {
        var card = Render<ArticleCard>(p => p.Add(c => c.Article, Samples.Article(Hostile, Hostile)));

        Assert.Equal(Hostile, card.Find("h3").TextContent);
        Assert.Empty(card.FindAll("script, img"));
    }
}
