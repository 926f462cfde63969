using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

public sealed class PolicyReaderTests
{
    private const string Head = "policy: p\nfrom: 2025-01-01\n";

    [Theory]
    [InlineData("", "1:1: The document is empty (begin with 'policy: returns' and 'from: 2026-01-01')")]
    [InlineData("- a", "1:1: A policy must be a mapping of keys to values, not a list (such as 'policy: ...')")]
    [InlineData("policy: p", "1:1: The key 'from' is missing (add 'from: ...')")]
    [InlineData("policy: p\nfrom: 2025-13-01", "2:7: The first day '2025-13-01' is not a date (write year-month-day, such as 2026-11-01)")]
    [InlineData("policy: P p\nfrom: 2025-01-01", "1:9: The policy's name 'P p' is not an identifier (begin with a small letter; use small letters, digits and hyphens, at most 60)")]
    [InlineData(Head + "elegibility: []", "3:1: The key 'elegibility' is unknown (did you mean 'eligibility'?)")]
    [InlineData(Head + "limits: {}\nlimits: {}", "4:1: The key 'limits' is given twice (keep one)")]
    [InlineData(Head + "markets: [DE, germany]", "3:15: 'germany' is not a market (write two capital letters, such as DE)")]
    [InlineData(Head + "article: returns", "3:10: 'returns' is not an article's key (write category/name, such as returns/return-policy)")]
    [InlineData(Head + "limits: { low: { US: 25 USD, JP: 25.5 JPY } }", "3:34: '25.5 JPY' has too many decimals (JPY has 0)")]
    [InlineData(Head + "limits: { low: 25.00 EURO }", "3:16: The currency 'EURO' is unknown (did you mean 'EUR'?)")]
    [InlineData(Head + "limits: { low: 25,00 EUR }", "3:19: The limit '00 EUR' is not an identifier (begin with a small letter; use small letters, digits and hyphens, at most 60)|3:26: A limit must be a whole number, not nothing (at least 0)")]
    [InlineData(Head + "limits: { Low: 25 EURO }", "3:11: The limit 'Low' is not an identifier (begin with a small letter; use small letters, digits and hyphens, at most 60)|3:16: The currency 'EURO' is unknown (did you mean 'EUR'?)")]
    [InlineData(Head + "limits: { low: { De: 25 EURO } }", "3:18: 'De' is not a market (write two capital letters, such as DE, or other for all other markets)|3:22: The currency 'EURO' is unknown (did you mean 'EUR'?)")]
    [InlineData(Head + "limits: { low: { DE: 1, DE: 2 } }", "3:25: The key 'DE' is given twice (keep one)")]
    [InlineData(Head + "limits: { low: 25 QQQQQQ }", "3:16: The currency 'QQQQQQ' is unknown (use one of 62, such as AED, ARS, AUD)")]
    [InlineData(Head + "limits: { share: 101% }", "3:18: '101%' is not per cent (from 0% to 100%, with at most two decimals, such as 12.5%)")]
    [InlineData(Head + "limits: { share: { DE: 5%, JP: 12 } }", "3:32: '12' is not an amount (write a number, a space and a currency, such as 25.00 USD)")]
    [InlineData(Head + "limits: []", "3:9: The limits must be a mapping of keys to values, not a list (such as 'name: ...')")]
    [InlineData(Head + "limits: { low: x }\neligibility:\n  - { id: a, allow: true, when: { item.price: { below: low } } }", "3:16: A limit must be a whole number, not 'x' (at least 0)")]
    [InlineData(Head + "limits: { days: -1 }", "3:17: A limit must be a whole number, not '-1' (at least 0)")]
    [InlineData(Head + "eligibility:\n  - { allow: true }", "4:5: The key 'id' is missing (add 'id: ...')")]
    [InlineData(Head + "eligibility:\n  - { id: a }", "4:5: The rule answers nothing: 'allow' or 'refuse' is missing")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, refuse: x }", "4:5: The rule answers twice: give 'allow' or 'refuse'")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: yes }", "4:21: 'allow' can only be true, not 'yes' (write 'allow: true')")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true }\n  - { id: a, allow: true }", "5:11: The rule 'a' exists already (give it another id)")]
    [InlineData(Head + "eligibility:\n  - { id: a, alow: true }", "4:5: The rule answers nothing: 'allow' or 'refuse' is missing|4:14: The key 'alow' is unknown (did you mean 'allow'?)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.tag: x } }", "4:35: The key 'item.tag' is unknown (did you mean 'item.tags'?)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { reason: Damagd } }", "4:43: The reason 'Damagd' is unknown (did you mean 'Damaged'?)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { kind: [Return, Clam] } }", "4:50: The kind 'Clam' is unknown (did you mean 'Claim'?)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: {} }", "4:33: The condition is empty (leave 'when' out for a rule that always matches)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { any: [] } }", "4:40: The list of conditions is empty (name at least one)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { delivered: maybe } }", "4:46: 'delivered' must be true or false, not 'maybe'")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.amount: 5.00 EUR } }", "4:48: A range must be a mapping of keys to values, not '5.00 EUR' (such as 'atLeast: ...')")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.amount: { under: 5.00 EUR } } }", "4:50: The key 'under' is unknown (use one of: atLeast, atMost, above, below)")]
    [InlineData(Head + "limits: { low-value: 5.00 EUR }\neligibility:\n  - { id: a, allow: true, when: { item.amount: { below: low-valu } } }", "5:57: The limit 'low-valu' is unknown (did you mean 'low-value'?)")]
    [InlineData(Head + "limits: { twice: 2 }\neligibility:\n  - { id: a, allow: true, when: { item.amount: { below: twice } } }", "5:57: The limit 'twice' is not an amount")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { order.placed: { from: 2026-02-01, to: 2026-01-01 } } }", "4:49: The last day is before the first (exchange them)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.weight: { unknown: true } } }", "4:48: The range is empty (give atLeast, atMost, above or below)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.weight: { atMost: 1, unknown: yes } } }", "4:70: 'unknown' must be true or false, not 'yes'")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.quantity: { atMost: 1, unknown: true } } }", "4:63: The key 'unknown' is unknown (use one of: atLeast, atMost, above, below)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { order.placed: { unknown: true } } }", "4:51: The key 'unknown' is unknown (use one of: from, to)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { order.delivered: { unknown: true } } }", "4:52: The days are empty (give from, to or both)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { order.placed: today } }", "4:49: The day 'today' is not a date (write year-month-day, such as 2026-11-01)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { currency: EURO } }", "4:45: The currency 'EURO' is unknown (did you mean 'EUR'?)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { market: Germany } }", "4:43: 'Germany' is not a market (write two capital letters, such as DE)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { reason: Colour } }", "4:43: The reason 'Colour' is unknown (use one of: ChangedMind, WrongSize, OrderedByMistake, Damaged, Defective, WrongItem, Missing, Late, NotAsDescribed)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { not: [] } }", "4:40: A condition must be a mapping of keys to values, not a list (such as 'all: ...')")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { any: { kind: Claim } } }", "4:40: Conditions must be a list, not a mapping (begin each item with a hyphen)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.tags: [a, ] } }\n  - { id: b, allow: true, when: { item.tags: [] } }", "5:46: 'item.tags': the list is empty (name at least one)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, when: { item.tags: { a: b } } }", "4:46: 'item.tags' must be a word, not a mapping")]
    [InlineData(Head + "eligibility:\n  - { id: a, refuse: Final Sale }", "4:22: The reason 'Final Sale' is not an identifier (begin with a small letter; use small letters, digits and hyphens, at most 60)")]
    [InlineData(Head + "eligibility:\n  - { id: a, allow: true, internal: 1 }", "4:37: 'internal' must be true or false, not '1'")]
    [InlineData(Head + "window:\n  - { id: a, days: 30, notBefore: soon }", "4:35: The day 'soon' is not a date (write year-month-day, such as 2026-11-01)")]
    [InlineData(Head + "window:\n  - { id: a, days: 30, notBefore: { DE: 2027-02-30 } }", "4:41: The day '2027-02-30' is not a date (write year-month-day, such as 2026-11-01)")]
    [InlineData(Head + "window:\n  - { id: a, days: { } }", "4:20: No market is named (such as { US: 25.00 USD })")]
    [InlineData(Head + "resolutions:\n  - { id: a, offer: Refund, bonus: 5% }", "4:36: A bonus is added to store credit, which is not offered (add StoreCredit to 'offer')")]
    [InlineData(Head + "resolutions:\n  - { id: a, offer: StoreCredit, bonus: 5,5% }", "4:41: '5' is not an amount (write a number, a space and a currency, such as 25.00 USD)|4:43: The key '5%' is unknown (use one of: id, when, internal, article, reason, offer, bonus)")]
    [InlineData(Head + "shipment:\n  - { id: a, method: Kep }", "4:22: The method 'Kep' is unknown (did you mean 'Keep'?)")]
    [InlineData(Head + "limits: { twice: 2 }\nfees:\n  - { id: a, charge: [{ fee: x, amount: twice }] }", "5:41: The limit 'twice' is not an amount or per cent")]
    [InlineData(Head + "fees:\n  - { id: a, charge: [{ fee: x, amount: 1%, wave: {} }] }", "4:45: The key 'wave' is unknown (did you mean 'waive'?)")]
    [InlineData(Head + "fees:\n  - { id: a, charge: [{ fee: x, amount: 1%, waive: {} }] }", "4:52: The condition is empty (leave 'waive' out for a fee that everybody pays)")]
    [InlineData(Head + "fees:\n  - { id: a, charge: [{ fee: X, amount: 1, waive: { shoper.tags: gold } }] }", "4:30: The fee 'X' is not an identifier (begin with a small letter; use small letters, digits and hyphens, at most 60)|4:41: '1' is not an amount (write a number, a space and a currency, such as 25.00 USD)|4:53: The key 'shoper.tags' is unknown (did you mean 'shopper.tags'?)")]
    [InlineData(Head + "fees:\n  - { id: a, charge: [{ fee: x, amount: 1% }, { fee: x, amount: 2% }] }", "4:22: A fee is charged twice (keep one)")]
    [InlineData(Head + "window:\n  - { id: a, days: thirty }", "4:20: The limit 'thirty' is unknown (write the value, or declare it under 'limits')")]
    [InlineData(Head + "window:\n  - { id: a, days: 40000 }", "4:20: Days must be a whole number, not '40000' (from 0 to 36500)")]
    [InlineData(Head + "limits: { forever: 99999999 }\nwindow:\n  - { id: a, days: forever }", "5:20: The limit 'forever' is too long a window (at most 36500 days)")]
    [InlineData(Head + "window:\n  - { id: a, days: 30, from: shipping }", "4:30: The start 'shipping' is unknown (use one of: Delivery, Shipment, Order)")]
    [InlineData(Head + "resolutions:\n  - { id: a, offer: [Refund, Replacment] }", "4:30: The resolution 'Replacment' is unknown (did you mean 'Replacement'?)")]
    [InlineData(Head + "shipment:\n  - { id: a, method: [] }", "4:22: The method: the list is empty (name at least one)")]
    [InlineData(Head + "fees:\n  - { id: a, charge: [{ fee: x }] }", "4:23: The key 'amount' is missing (add 'amount: ...')")]
    [InlineData(Head + "fees:\n  - { id: a, charge: free }", "4:22: 'charge' must be none or a list of fees, not 'free' (such as [{ fee: return-postage, amount: 5.00 EUR }])")]
    [InlineData(Head + "refundWhen:\n  - { id: a, at: arrived }", "4:18: The moment 'arrived' is unknown (use one of: Requested, Scanned, Received, Inspected)")]
    [InlineData(Head + "review: nothing", "3:9: 'review' must be a list, not 'nothing' (begin each item with a hyphen)")]
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
    public void Read_Hash_IsOfWhatItSays()
    {
        Assert.Equal(Shop.Parse(Head).Hash, Shop.Parse("# more\r\n{ 'from': \"2025-01-01\",   policy: p }").Hash, StringComparer.Ordinal);
        Assert.False(string.Equals(Shop.Parse(Head).Hash, Shop.Parse(Head + "markets: [DE]\n").Hash, StringComparison.Ordinal));
        Assert.Matches("^[0-9a-f]{64}$", Shop.Parse(Head).Hash);
    }
}
