using AngleSharp.Html.Parser;
using CsCheck;
using Portal.Knowledge.Search;

namespace Portal.Knowledge.Tests.Search;

/// <summary>Whatever is typed, searching gives results and never an error, in bounded time.</summary>
public sealed class HostileQueryTests
{
    private static readonly string[] Pieces =
        ["broken", "item", "rückgabe", "title:(a OR", "*", "?", "~", "\"", "AND NOT", "[a TO z]", "\\", "\ud800", "\udc00", "\0", "\u202e", "😀", "返品", "إرجاع", "e\u0301", "\uffff", "<script>", "&amp;", "</mark>", "   ", "١٢٣", "ﬁ", "İ", "ẞ"];

    private static readonly Gen<string> Queries = Gen.OneOf<string>(
        Gen.OneOf<string>(Pieces).List[0, 12].Select(parts => string.Join(' ', parts)),
        Gen.OneOf<string>(Pieces).List[0, 12].Select(parts => string.Concat(parts)),
        Gen.String[0, 300]);

    [Fact]
    public void Search_AnyQuery_NeverThrowsAndEncodes() =>
        Gen.Select(Queries, Gen.OneOf<string>("en", "de", "xx"), Gen.Int[-3, 5]).Sample((query, locale, page) =>
        {
            var results = Shipped.Library.Search.Search(new SearchRequest(locale, query, Page: page));
            Shipped.Library.Search.Suggest(locale, query, 5);

            Assert.True(results.Query.Length <= 200);
            Assert.All(results.Hits, hit => AssertOnlyMarks(hit.TitleHtml + hit.SnippetHtml));
        }, iter: 2000);

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\ud800")]
    [InlineData("?!.,;")]
    [InlineData("\0\0")]
    public void Search_NothingToFind_IsEmpty(string query)
    {
        var results = Shipped.Library.Search.Search(new SearchRequest("en", query));

        Assert.Equal(0, results.Total);
        Assert.Empty(results.Hits);
    }

    [Fact]
    public void Search_OverlongQuery_IsCut()
    {
        var results = Shipped.Library.Search.Search(new SearchRequest("en", "broken " + new string('x', 1_000_000)));

        Assert.Equal(200, results.Query.Length);
        Assert.NotEmpty(results.Hits);
    }

    [Fact]
    public void Search_ManyThreads_GiveTheSame()
    {
        var expected = Keys();

        Parallel.For(0, 200, _ => Assert.Equal(expected, Keys()));

        static List<string> Keys() => Shipped.Library.Search.Search(new SearchRequest("de", "kaputte Tasse zurückgeben")).Hits.Select(hit => hit.Article.Key).ToList();
    }

    private static void AssertOnlyMarks(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        Assert.All(body.QuerySelectorAll("*"), element => Assert.Equal("mark", element.LocalName));
    }
}
