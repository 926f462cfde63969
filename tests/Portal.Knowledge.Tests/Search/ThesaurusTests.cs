using Portal.Knowledge.Search.Analysis;

namespace Portal.Knowledge.Tests.Search;

public sealed class ThesaurusTests
{
    /// <summary>What shoppers say, and what an article may say instead.</summary>
    [Theory]
    [InlineData("en", "call off", "cancel")]
    [InlineData("de", "retoure", "rücksendung")]
    [InlineData("fr", "colis", "paquet")]
    [InlineData("es", "reembolso", "reintegro")]
    [InlineData("ja", "返品", "返送")]
    [InlineData("ar", "وين", "أين")]
    public void Term_OfTheVocabulary_FindsItsOther(string language, string typed, string meant)
    {
        using var analysis = new TextAnalysis(Languages.For(language), []);
        var thesaurus = Thesaurus.Load(language, analysis);

        var wanted = string.Join(' ', analysis.Words(meant).Select(word => word.Stem));
        Assert.Contains(wanted, thesaurus.Find(analysis.Words(typed)).Select(term => string.Join(' ', term.Select(word => word.Stem))));
    }

    [Fact]
    public void Language_WithoutVocabulary_HasNoTerms()
    {
        using var analysis = new TextAnalysis(Languages.For("zh"), []);
        Assert.Empty(Thesaurus.Load("zh", analysis).Find(analysis.Words("退货")));
    }
}
