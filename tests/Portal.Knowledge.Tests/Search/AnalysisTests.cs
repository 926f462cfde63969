using Portal.Knowledge.Search.Analysis;

namespace Portal.Knowledge.Tests.Search;

/// <summary>Words and what they are compared as, by language.</summary>
public sealed class AnalysisTests
{
    [Theory]
    [InlineData("en", "Returned", "return")]
    [InlineData("en", "returns", "return")]
    [InlineData("en", "deliveries", "deliveri")]
    [InlineData("en", "delivery", "deliveri")]
    [InlineData("en", "shop's", "shop")]
    [InlineData("en", "shop’s", "shop")]
    [InlineData("en", "café", "cafe")]
    [InlineData("de", "Rücksendungen", "rucksend")]
    [InlineData("de", "Ruecksendung", "rucksend")]
    [InlineData("de", "Bestellung", "bestell")]
    [InlineData("de", "bestellen", "bestell")]
    [InlineData("de", "Straße", "strass")]
    [InlineData("de", "STRASSE", "strass")]
    [InlineData("fr", "l’échange", "echang")]
    [InlineData("fr", "échanges", "echang")]
    [InlineData("fr", "retour", "retou")]
    [InlineData("fr", "retours", "retou")]
    [InlineData("es", "devoluciones", "devolucion")]
    [InlineData("es", "devolución", "devolucion")]
    [InlineData("es", "envíos", "envi")]
    [InlineData("ja", "返品", "返品")]
    [InlineData("ja", "ＡＢＣ", "abc")]
    [InlineData("ar", "الإرجاع", "ارجاع")]
    [InlineData("ar", "إرجاع", "ارجاع")]
    [InlineData("sv", "Återbetalning", "aterbetalning")]
    public void Stem_Word_IsComparedAs(string locale, string word, string stem)
    {
        using var analysis = new TextAnalysis(Languages.For(locale), []);

        Assert.Equal(stem, Assert.Single(analysis.Words(word)).Stem);
    }

    [Theory]
    [InlineData("en", "What about my broken mug?", "broken mug")]
    [InlineData("en", "I don’t want it, please", "")]
    [InlineData("de", "Wie kann ich meine Bestellung stornieren?", "bestellung stornieren")]
    [InlineData("fr", "Comment puis-je retourner un article ?", "retourner article")]
    [InlineData("es", "¿Cómo puedo devolver un pedido?", "devolver pedido")]
    public void Fillers_InAQuestion_AreKnown(string locale, string question, string wanted)
    {
        using var analysis = new TextAnalysis(Languages.For(locale), []);

        Assert.Equal(wanted, string.Join(' ', analysis.Words(question).Where(word => !word.IsFiller).Select(word => word.Exact)));
    }

    [Fact]
    public void German_Compound_HasThePartsThatTheContentKnows()
    {
        using var analysis = new TextAnalysis(Languages.For("de"), ["Die Frist für die Rückgabe"]);

        Assert.Equal(["ruckgab", "frist"], Assert.Single(analysis.Words("Rückgabefrist")).Parts);
        Assert.Empty(Assert.Single(analysis.Words("Teetasse")).Parts);
    }

    [Fact]
    public void Japanese_Sentence_IsCutIntoPairs()
    {
        using var analysis = new TextAnalysis(Languages.For("ja"), []);

        Assert.Equal(["返品", "品方", "方法"], analysis.Words("返品方法").Select(word => word.Exact));
    }
}
