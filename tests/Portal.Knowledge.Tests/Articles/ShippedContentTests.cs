using AngleSharp.Html.Parser;
using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Tests.Articles;

public sealed class ShippedContentTests
{
    [Fact]
    public void ShippedContent_Read_HasNoFinding() =>
        Assert.Empty(Shipped.Reading.Findings.Select(finding => finding.ToString()));

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ja")]
    [InlineData("ar")]
    public void ShippedContent_EveryLocale_HasTwelveArticlesOfAllTypes(string locale)
    {
        var articles = Shipped.Library.Articles(locale);

        Assert.True(articles.Count >= 12);
        Assert.Equal(Enum.GetValues<ArticleType>(), articles.Select(article => article.Type).Distinct().Order());
        Assert.All(articles, article => Assert.Equal(locale, article.Locale));
    }

    [Fact]
    public void ShippedContent_EveryArticle_IsStrictHtmlWithUniqueIds()
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = true });
        foreach (var article in Shipped.Library.Articles("en").Concat(Shipped.Library.Articles("de")))
        {
            var page = parser.ParseDocument($"<!DOCTYPE html><html><head><title>t</title></head><body>{article.Html}</body></html>");
            Assert.Empty(page.QuerySelectorAll("script, style, [style], iframe, h1"));
            Assert.Distinct(page.QuerySelectorAll("[id]").Select(element => element.Id!), StringComparer.Ordinal);
        }
    }
}
