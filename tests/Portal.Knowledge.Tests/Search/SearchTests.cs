using Portal.Knowledge.Articles;
using Portal.Knowledge.Search;

namespace Portal.Knowledge.Tests.Search;

public sealed class SearchTests : IDisposable
{
    private readonly ContentFixture _fixture = new();
    private readonly Library _library;

    public SearchTests()
    {
        _library = _fixture.Category("en", "care", "looking-after", 2)
            .Article("returns/title", "Text.", Matter("Porcelain", "title"))
            .Article("returns/question", "Text.", Matter("Some thing", "question", questions: ["Is porcelain fragile?", "Second one", "Third one"]))
            .Article("returns/heading", "Text.\n\n## Porcelain\n\nMore text.", Matter("Other thing", "heading"))
            .Article("returns/tag", "Text.", Matter("Third thing", "tag", tags: "porcelain"))
            .Article("care/body", "Text.\n\n## Kitchen {#kitchen}\n\nThis is made of porcelain and wood.", Matter("Fourth thing", "body", type: "faq"))
            .Article("care/forms", "Text about returning parcels.", Matter("Fifth thing", "forms"))
            .Article("care/exact", "Text about returned parcels.", Matter("Sixth thing", "exact"))
            .Library();
    }

    [Fact]
    public void Ranking_Field_WeighsTitleOverQuestionsOverHeadingsOverTagsOverBody() =>
        Assert.Equal(["returns/title", "returns/question", "returns/heading", "returns/tag", "care/body"], Keys("porcelain"));

    [Fact]
    public void Ranking_SameForm_ComesBeforeOtherForms()
    {
        Assert.Equal("care/exact", Keys("returned")[0]);
        Assert.Equal("care/forms", Keys("returning")[0]);
    }

    [Theory]
    [InlineData("porcelin")]
    [InlineData("porcelian")]
    [InlineData("PORCELAN")]
    [InlineData("porcel")]
    [InlineData("qorcelain")]
    public void Search_TypingError_FindsTheSame(string query) =>
        Assert.Equal(["care/body", "returns/heading", "returns/question", "returns/tag", "returns/title"], Keys(query).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("qorcelian")]
    [InlineData("wod")]
    [InlineData("xyzzy")]
    public void Search_TwoErrorsWithAnotherFirstLetterOrTooShort_FindsNothing(string query) => Assert.Empty(Keys(query));

    [Fact]
    public void Search_Typo_ScoresBelowTheWord() =>
        Assert.True(Search("porcelin").Hits[0].Score < Search("porcelain").Hits[0].Score);

    [Fact]
    public void Search_Fillers_AreNeverRequired() =>
        Assert.Equal(Keys("porcelain wood"), Keys("what about the porcelain and the wood please").Where(Keys("porcelain wood").Contains));

    [Fact]
    public void Search_NoArticleHasAllWords_FindsThoseWithAny() =>
        Assert.Equal(["care/body"], Keys("wood xyzzy"));

    [Fact]
    public void Search_BestSection_IsTheHit()
    {
        var hit = Assert.Single(Search("wood").Hits);

        Assert.Equal("kitchen", hit.Section?.Anchor);
        Assert.Equal("This is made of porcelain and <mark>wood</mark>.", hit.SnippetHtml);
        Assert.Null(Search("porcelain").Hits[0].Section);
        Assert.Equal("<mark>Porcelain</mark>", Search("porcelain").Hits[0].TitleHtml);
    }

    [Fact]
    public void Search_Filters_CountWithoutThemselves()
    {
        var all = Search("porcelain");
        var care = _library.Search.Search(new SearchRequest("en", "porcelain", Category: "looking-after"));
        var faq = _library.Search.Search(new SearchRequest("en", "porcelain", Type: ArticleType.Faq));

        Assert.Equal([new Facet("returns", 4), new Facet("care", 1)], all.Categories);
        Assert.Equal([new Facet("guide", 4), new Facet("faq", 1)], all.Types);
        Assert.Equal(["care/body"], care.Hits.Select(hit => hit.Article.Key));
        Assert.Equal(all.Categories, care.Categories);
        Assert.Equal([new Facet("faq", 1)], care.Types);
        Assert.Equal(["care/body"], faq.Hits.Select(hit => hit.Article.Key));
        Assert.Equal([new Facet("care", 1)], faq.Categories);
    }

    [Fact]
    public void Search_Pages_AreCutFromOneOrder()
    {
        var pages = Enumerable.Range(1, 4).Select(page => _library.Search.Search(new SearchRequest("en", "porcelain", Page: page, PageSize: 2))).ToList();

        Assert.Equal(Keys("porcelain"), pages.SelectMany(page => page.Hits).Select(hit => hit.Article.Key));
        Assert.All(pages, page => Assert.Equal(5, page.Total));
    }

    [Theory]
    [InlineData("por")]
    [InlineData("is por")]
    [InlineData("Porcelain ")]
    public void Suggest_BeginningOfAWord_OffersTitlesThenQuestions(string typed) =>
        Assert.Equal("Some thing", _library.Search.Suggest("en", typed, 9)[^1].Title);

    [Fact]
    public void Suggest_Limit_IsKept()
    {
        Assert.Equal(["Porcelain"], _library.Search.Suggest("en", "porc", 1).Select(suggestion => suggestion.Title));
        Assert.Empty(_library.Search.Suggest("en", "porc", 0));
        Assert.Empty(_library.Search.Suggest("en", " ", 5));
    }

    public void Dispose()
    {
        _library.Dispose();
        _fixture.Dispose();
    }

    private static string Matter(string title, string slug, string[]? questions = null, string tags = "none", string type = "guide") =>
        ContentFixture.Matter(title, slug, questions: questions ?? ["First one", "Second one", "Third one"], tags: tags, type: type, summary: "Nothing.");

    private SearchResults Search(string query) => _library.Search.Search(new SearchRequest("en", query));

    private List<string> Keys(string query) => Search(query).Hits.Select(hit => hit.Article.Key).ToList();
}
