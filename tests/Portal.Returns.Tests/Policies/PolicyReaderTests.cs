using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

public sealed class PolicyReaderTests
{
    private const string Head = "policy: p\nfrom: 2025-01-01\n";

    [Theory]
    [InlineData("", "1:1: The document is empty (begin with 'policy: returns' and 'from: 2026-01-01')")]
    [InlineData("- a", "1:1: A policy must be a mapping of keys to values (such as 'policy: ...')")]
    [InlineData("policy: p", "1:1: The key 'from' is missing (add 'from: ...')")]
    [InlineData("policy: p\nfrom: 2025-13-01", "2:7: The first day '2025-13-01' is not a date (write year-month-day, such as 2026-11-01)")]
    [InlineData("policy: P p\nfrom: 2025-01-01", "1:9: The policy's name 'P p' is not an identifier (begin with a small letter; use small letters, digits and hyphens, at most 60)")]
    [InlineData(Head + "elegibility: []", "3:1: The key 'elegibility' is unknown (did you mean 'eligibility'?)")]
    [InlineData(Head + "limits: {}\nlimits: {}", "4:1: The key 'limits' is given twice (keep one)")]
    [InlineData(Head + "markets: [DE, germany]", "3:15: 'germany' is not a market (write two capital letters, such as DE)")]
    [InlineData(Head + "article: returns", "3:10: 'returns' is not an article's key (write category/name, such as returns/return-policy)")]
    [InlineData(Head + "limits: { low: { US: 25 USD, JP: 25.5 JPY } }", "3:34: '25.5 JPY' has too many decimals (JPY has 0)")]
    [InlineData(Head + "limits: { low: 25.00 EURO }", "3:16: The currency 'EURO' is unknown (did you mean 'EUR'?)")]
    [InlineData(Head + "limits: { low: 25,00 EUR }", "3:19: The limit '00 EUR' is not an identifier (begin with a small letter; use small letters, digits and hyphens, at most 60)")]
    [InlineData(Head + "limits: { days: -1 }", "3:17: A limit must be a whole number (at least 0)")]
    [InlineData(Head + "eligibility:\n  - { allow: true }", "4:5: The key 'id' is missing (add 'id: ...')")]
    [InlineData(Head + "eligibility:\n  - { id: a }", "4:5: The rule answers nothing: 'allow' or 'refuse' is missing")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, refuse: x }", "4:5: The rule answers twice: give 'allow' or 'refuse'")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: yes }", "4:21: 'allow' can only be true (write 'allow: true')")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true }\n  - { id: a, allow: true }", "5:11: The rule 'a' exists already (give it another id)")]
    [InlineData(Head + "eligibility:\n  - { id: a, alow: true }", "4:5: The rule answers nothing: 'allow' or 'refuse' is missing|4:14: The key 'alow' is unknown (did you mean 'allow'?)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.tag: x } }", "4:35: The key 'item.tag' is unknown (did you mean 'item.tags'?)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { reason: Damagd } }", "4:43: The reason 'Damagd' is unknown (did you mean 'Damaged'?)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { kind: [Return, Clam] } }", "4:50: The kind 'Clam' is unknown (did you mean 'Claim'?)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: {} }", "4:33: The condition is empty (leave 'when' out for a rule that always matches)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { any: [] } }", "4:40: The list of conditions is empty (name at least one)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { delivered: maybe } }", "4:46: 'delivered' must be true or false")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.amount: 5.00 EUR } }", "4:48: A range must be a mapping of keys to values (such as 'atLeast: ...')")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.amount: { under: 5.00 EUR } } }", "4:50: The key 'under' is unknown (use one of: atLeast, atMost, above, below)")]
    [InlineData(Head + "limits: { low-value: 5.00 EUR }\neligibility:\n  - { id: a, allow: true, when: { item.amount: { below: low-valu } } }", "5:57: The limit 'low-valu' is unknown (did you mean 'low-value'?)")]
    [InlineData(Head + "limits: { twice: 2 }\neligibility:\n  - { id: a, allow: true, when: { item.amount: { below: twice } } }", "5:57: The limit 'twice' is not an amount")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { order.placed: { from: 2026-02-01, to: 2026-01-01 } } }", "4:49: The last day is before the first (exchange them)")]
    [InlineData(Head + "window:\n  - { id: a, days: thirty }", "4:20: The limit 'thirty' is unknown")]
    [InlineData(Head + "window:\n  - { id: a, days: 40000 }", "4:20: Days must be a whole number (from 0 to 36500)")]
    [InlineData(Head + "limits: { forever: 99999999 }\nwindow:\n  - { id: a, days: forever }", "5:20: The limit 'forever' is too long a window (at most 36500 days)")]
    [InlineData(Head + "window:\n  - { id: a, days: 30, from: shipping }", "4:30: The start 'shipping' is unknown (use one of: Delivery, Order)")]
    [InlineData(Head + "resolutions:\n  - { id: a, offer: [Refund, Replacment] }", "4:30: The resolution 'Replacment' is unknown (did you mean 'Replacement'?)")]
    [InlineData(Head + "shipment:\n  - { id: a, method: [] }", "4:22: The method: the list is empty (name at least one)")]
    [InlineData(Head + "fees:\n  - { id: a, charge: [{ fee: x }] }", "4:23: The key 'amount' is missing (add 'amount: ...')")]
    [InlineData(Head + "fees:\n  - { id: a, charge: free }", "4:22: 'charge' must be none or a list of fees (such as [{ fee: return-postage, amount: 5.00 EUR }])")]
    [InlineData(Head + "refundWhen:\n  - { id: a, at: arrived }", "4:18: The moment 'arrived' is unknown (use one of: Requested, Scanned, Received, Inspected)")]
    [InlineData(Head + "review: nothing", "3:9: 'review' must be a list")]
    [InlineData(Head + "review: *x", "3:9: Aliases are not allowed (write the value out)")]
    [InlineData(Head + "---\npolicy: q", "3:1: A file holds one policy (put the second document into its own file)")]
    public void Read_Mistake_IsLocatedAndExplained(string text, string errors) =>
        Assert.Equal(
            string.Join('\n', errors.Split('|').Select(error => "p.yaml:" + error)),
            string.Join('\n', PolicyReader.Read("p.yaml", text).Errors),
            StringComparer.Ordinal);

    [Fact]
    public void Read_BrokenYaml_IsLocated()
    {
        var error = Assert.Single(PolicyReader.Read("p.yaml", "policy: p\nfrom: [2025").Errors);

        Assert.StartsWith("This is not YAML", error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Line, 2, 3);
    }

    [Fact]
    public void Read_AllMistakes_AreReportedInOrder()
    {
        var errors = PolicyReader.Read("p.yaml", Head + "extra: 1\nwindow:\n  - { id: a, days: x }\neligibility:\n  - { id: b, allow: no }\n").Errors;

        Assert.Equal("3:1 5:20 7:21", string.Join(' ', errors.Select(error => FormattableString.Invariant($"{error.Line}:{error.Column}"))));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Read_DeepNesting_IsAnErrorAndNotACrash(string opening)
    {
        var reading = PolicyReader.Read("p.yaml", string.Concat(Enumerable.Repeat(opening, 30_000)));

        Assert.Null(reading.Policy);
        Assert.Contains("deep", Assert.Single(reading.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HugeDocument_IsRefused() =>
        Assert.Equal("The document is larger than 256 KB", Assert.Single(PolicyReader.Read("p.yaml", new string('#', 300_000)).Errors).Message, StringComparer.Ordinal);

    [Fact]
    public void Read_Hash_IsOfTheText()
    {
        Assert.Equal(Shop.Parse(Head).Hash, Shop.Parse(Head).Hash, StringComparer.Ordinal);
        Assert.False(string.Equals(Shop.Parse(Head).Hash, Shop.Parse(Head + "# more\n").Hash, StringComparison.Ordinal));
        Assert.Matches("^[0-9a-f]{64}$", Shop.Parse(Head).Hash);
    }
}
