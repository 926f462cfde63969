using System.Globalization;
using CsCheck;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Decisions;

public sealed class StoredDecisionTests
{
    private static readonly int Cases = Properties.Cases(10_000);

    private static readonly string[] Cultures = ["de-DE", "ar-KW", "tr-TR", "fa-IR", "th-TH"];

    public static TheoryData<string> NoDecisions => ["", "{}", "[]", "null", "{\"decision\":{}}", "{\"decision\":1}", "no json"];

    [Fact]
    public void Read_AnyDecision_DecidedAgainInAnotherCultureGivesTheSameBytes() =>
        Gen.Select(RandomPolicies.Any, RandomRequests.Any, Gen.Int[0, Cultures.Length - 1]).Sample((policy, asked, culture) =>
        {
            var book = new PolicyBook([policy]);
            var written = DecisionJson.Write(asked.Order, ReturnEngine.Decide(book, asked.Order, asked.Request, Shop.Now), Shop.Now);
            Assert.Equal(written, In(Cultures[culture], () => Again(book, written)), StringComparer.Ordinal);
        }, iter: Cases);

    [Fact]
    public void Read_TellsWhatDecided()
    {
        var order = Shop.Order("DE");
        var stored = StoredDecision.Read(DecisionJson.Write(order, Shop.Decide(order, Reason.Damaged), Shop.Now));

        Assert.Equal((Shop.Shipped.Hash, Shop.Now, new ReturnRequest("1", 1, Reason.Damaged)), (stored.PolicyHash, stored.Now, stored.Request));
        Assert.StartsWith(ReturnEngine.Version + " ", stored.Versions, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NoDecisions))]
    public void Read_AnythingElse_IsAFormatException(string text) => Assert.Throws<FormatException>(() => StoredDecision.Read(text));

    private static string Again(PolicyBook book, string written)
    {
        var stored = StoredDecision.Read(written);
        return DecisionJson.Write(stored.Facts, ReturnEngine.Decide(book, stored.Facts, stored.Request, stored.Now), stored.Now);
    }

    private static string In(string culture, Func<string> work)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }
}
