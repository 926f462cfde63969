using System.Globalization;
using System.Text.Json;
using Portal.Returns.Decisions;

namespace Portal.Returns.Tests.Decisions;

public sealed class DecisionJsonTests
{
    public static TheoryData<string> Cultures => ["de-DE", "ar-KW", "tr-TR", "fr-FR", "fa-IR", "th-TH"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Write_AnyCulture_GivesTheSameBytes(string culture)
    {
        var expected = Replay();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            Assert.Equal(expected, Replay());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Write_Decision_IsJsonThatTellsWhatDecided()
    {
        using var json = JsonDocument.Parse(Replay());

        var decision = json.RootElement.GetProperty("decision");
        Assert.Equal("Withdrawal", decision.GetProperty("kind").GetString());
        Assert.Equal("Return", decision.GetProperty("other").GetProperty("kind").GetString());
        Assert.Equal(Shop.Shipped.Hash, decision.GetProperty("policyHash").GetString());
        Assert.Equal("40.00 EUR", json.RootElement.GetProperty("order").GetProperty("lines")[0].GetProperty("unitPrice").GetString());
        Assert.Equal("2026-11-22T12:00:00Z", json.RootElement.GetProperty("now").GetString());
    }

    private static string Replay()
    {
        // Everything from the text of the policy on is done again.
        var book = Shop.Book(File.ReadAllText(Path.Combine(Shop.Root, "content", "policies", "returns.yaml")));
        var order = Shop.Order("DE", Shop.Line("DE") with { Tags = ["final-sale"], WeightGrams = 1250 });
        return DecisionJson.Write(order, Shop.Decide(order, Reason.ChangedMind, book: book), Shop.Now);
    }
}
