using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Refunds;

namespace Portal.Returns.Tests.Policies;

/// <summary>What each kind of answer does with an order of 3 pieces at 40.00, of which 2 are asked for as a return.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("US", "none", "")]
    [InlineData("US", "[{ fee: restocking, amount: 5.00 USD }]", "restocking 5.00 USD")]
    [InlineData("US", "[{ fee: restocking, amount: 15% }]", "restocking 12.00 USD 15%")]
    [InlineData("US", "[{ fee: restocking, amount: low }]", "restocking 1.00 USD")]
    [InlineData("JP", "[{ fee: restocking, amount: low }]", "restocking 3 JPY")]
    [InlineData("US", "[{ fee: restocking, amount: share }]", "restocking 8.00 USD 10%")]
    [InlineData("JP", "[{ fee: restocking, amount: share }]", "restocking 20 JPY 25%")]
    [InlineData("US", "[{ fee: restocking, amount: { US: 2.50 USD, other: 5% } }]", "restocking 2.50 USD")]
    [InlineData("JP", "[{ fee: restocking, amount: { US: 2.50 USD, other: 5% } }]", "restocking 4 JPY 5%")]
    [InlineData("US", "[{ fee: a, amount: 5.00 USD }, { fee: b, amount: 1% }]", "a 5.00 USD, b 0.80 USD 1%")]
    [InlineData("US", "[{ fee: a, amount: 5.00 USD, waive: { shopper.tags: gold } }, { fee: b, amount: 1%, waive: { shopper.tags: silver } }]", "b 0.80 USD 1%")]
    [InlineData("US", "[{ fee: a, amount: 5.00 USD, waive: { any: [{ order.gift: true }, { item.amount: { atLeast: 80.00 USD } }] } }]", "")]
    public void Fees_AreFixedOrPerCentOfWhatWasPaid(string market, string charge, string fees)
    {
        var decision = Decide(market, $"fees: [{{ id: tested, charge: {charge} }}]");

        Assert.Equal(fees, string.Join(", ", decision.Fees.Select(fee => $"{fee.MessageKey} {fee.Amount}{(fee.Rate is { } rate ? $" {rate}" : "")}")));
    }

    [Fact]
    public void Fees_Waived_NameTheFactsThatWaivedThem()
    {
        var trace = Decide("US", "fees: [{ id: tested, when: { kind: Return }, charge: [{ fee: a, amount: 5.00 USD, waive: { shopper.tags: gold } }] }]").Trace.Single(trace => trace.Question is "fees");

        Assert.Equal([new UsedFact("kind", "Return"), new UsedFact("shopper.tags", "[gold]")], trace.Facts);
        Assert.Equal("charge: none", trace.Answer);
    }

    [Theory]
    [InlineData("amount: 5.00 EUR")]
    [InlineData("amount: { DE: 5.00 EUR }")]
    public void Fees_WithoutValueForTheOrder_GoToReview(string amount)
    {
        var decision = Decide("US", $"fees: [{{ id: tested, charge: [{{ fee: a, {amount} }}] }}]");

        Assert.Equal((Verdict.NeedsReview, "policy-fault"), (decision.Verdict, decision.Reasons[0].MessageKey));
    }

    [Theory]
    [InlineData("US", "", null)]
    [InlineData("US", ", bonus: 10%", "8.00 USD")]
    [InlineData("US", ", bonus: 5.00 USD", "5.00 USD")]
    [InlineData("US", ", bonus: share", "8.00 USD")]
    [InlineData("JP", ", bonus: { US: 5.00 USD, other: 12.5% }", "10 JPY")]
    [InlineData("JP", ", bonus: { US: 5.00 USD }", null)]
    public void Offer_Bonus_IsAddedToStoreCredit(string market, string bonus, string? amount)
    {
        var decision = Decide(market, $"resolutions: [{{ id: tested, offer: [Refund, StoreCredit]{bonus} }}]");

        Assert.Equal(amount, decision.Bonus?.Amount.ToString(), StringComparer.Ordinal);
        Assert.Equal(amount is not null, DecisionJson.Write(Order(market), decision, Shop.Now).Contains("\"bonus\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("US", "days: 10, from: order", "2026-10-23")]
    [InlineData("US", "days: 10, from: shipment", "2026-11-24")]
    [InlineData("US", "days: 10", "2026-11-27")]
    [InlineData("US", "days: { US: 20, other: 10 }", "2026-12-07")]
    [InlineData("JP", "days: { US: 20, other: 10 }", "2026-11-27")]
    [InlineData("US", "days: 10, notBefore: 2027-01-31", "2027-01-31")]
    [InlineData("US", "days: 10, notBefore: { US: 2027-01-15, other: 2027-01-31 }", "2027-01-15")]
    [InlineData("JP", "days: 10, notBefore: { US: 2027-01-15, other: 2027-01-31 }", "2027-01-31")]
    [InlineData("JP", "days: 10, notBefore: { US: 2027-01-15 }", "2026-11-27")]
    public void Window_EndsOnTheDay(string market, string window, string deadline) => Assert.Equal(
        deadline,
        NodaTime.Text.LocalDatePattern.Iso.Format(Decide(market, $"window: [{{ id: tested, {window} }}]").Deadline!.Value),
        StringComparer.Ordinal);

    [Theory]
    [InlineData("method: [SendBack, Donate]", "SendBack Donate")]
    [InlineData("method: Keep", "Keep")]
    public void Shipment_IsOffered(string method, string methods) =>
        Assert.Equal(methods, string.Join(' ', Decide("US", $"shipment: [{{ id: tested, {method} }}]").Shipments));

    [Theory]
    [InlineData("requested", RefundMoment.Requested)]
    [InlineData("scanned", RefundMoment.Scanned)]
    [InlineData("received", RefundMoment.Received)]
    [InlineData("inspected", RefundMoment.Inspected)]
    public void RefundWhen_IsTheMoment(string at, RefundMoment moment)
    {
        var decision = Decide("US", $"refundWhen: [{{ id: tested, at: {at} }}]");

        Assert.Equal(moment, decision.RefundWhen);
        Assert.Equal($"at: {at}", decision.Trace.Single(trace => trace.Question is "refundWhen").Answer);
    }

    [Theory]
    [InlineData("at: received", "")]
    [InlineData("at: received, first: gift_card", "gift_card")]
    [InlineData("at: received, first: [gift_card, paypal]", "gift_card paypal")]
    public void RefundWhen_TellsWhichMeansArePaidBackFirst(string answer, string first)
    {
        var decision = Decide("US", $"refundWhen: [{{ id: tested, {answer} }}]");

        Assert.Equal(first, string.Join(' ', decision.RefundFirst));
        Assert.Equal(first.Length > 0, DecisionJson.Write(Order("US"), decision, Shop.Now).Contains("\"refundFirst\"", StringComparison.Ordinal));
        Assert.Equal(decision.RefundFirst, RefundTerms.For(Order("US"), [decision, decision], []).First);
    }

    [Fact]
    public void RefundWhen_MeansFirst_HoldForWithdrawalsAndClaimsOfTheLawToo()
    {
        var book = Shop.Book("policy: p\nfrom: 2025-01-01\neligibility: [{ id: none, refuse: never }]\nrefundWhen: [{ id: tested, at: inspected, first: gift_card }]");

        var withdrawal = Shop.Decide(Shop.Order("DE"), Reason.ChangedMind, book: book);
        var claim = Shop.Decide(Shop.Order("DE"), Reason.Damaged, book: book);

        Assert.Equal((RequestKind.Withdrawal, RefundMoment.Received, "gift_card"), (withdrawal.Kind, withdrawal.RefundWhen, Assert.Single(withdrawal.RefundFirst)));
        Assert.Equal((RequestKind.Claim, "gift_card"), (claim.Kind, Assert.Single(claim.RefundFirst)));
    }

    [Fact]
    public void Fees_OfLinesThatGoBackTogether_AddUpOnlyPerCent()
    {
        var order = Shop.Order("US", Shop.Line("US"), Shop.Line("US", id: "2", price: 100m));
        var book = Shop.Book(Document("fees: [{ id: tested, charge: [{ fee: postage, amount: 5.00 USD }, { fee: restocking, amount: 15% }] }]"));
        Decision[] decisions = [Shop.Decide(order, Reason.ChangedMind, book: book), Shop.Decide(order, Reason.ChangedMind, lineId: "2", book: book)];
        UnitSelection[] units = [new("1", [1]), new("2", [1])];

        var plan = RefundPlanner.Plan(order, units, RefundTerms.For(order, decisions, units));

        Assert.Equal("114.00 USD", plan.Total.ToString(), StringComparer.Ordinal);
        Assert.Equal("-5.00 USD, -21.00 USD", string.Join(", ", plan.Items.Where(item => item.Kind == PlanItemKind.Fee).Select(item => item.Amount)));
        Assert.Equal("6.00 USD", decisions[1].Fees[1].For(RefundPlanner.Paid(order, units[0])).Amount.ToString(), StringComparer.Ordinal);
    }

    [Fact]
    public void Fees_PerCentOfWhatIsPaidInSteps_LeaveAPayableAmount()
    {
        var order = Shop.Order("KW", Shop.Line("KW", price: 7.51m));
        order = order with { Payments = [order.Payments[0] with { Step = 10 }] };
        UnitSelection[] units = [new("1", [1])];
        var decision = Shop.Decide(order, Reason.ChangedMind, book: Shop.Book(Document("fees: [{ id: tested, charge: [{ fee: restocking, amount: 15% }] }]")));

        var plan = RefundPlanner.Plan(order, units, RefundTerms.For(order, [decision], units));

        Assert.Equal(("1.127 KWD", "6.390 KWD", 0L), (decision.Fees[0].Amount.ToString(), plan.Total.ToString(), plan.Unassigned.Minor));
    }

    private static Decision Decide(string market, string question) => Shop.Decide(Order(market), Reason.ChangedMind, quantity: 2, book: Shop.Book(Document(question)));

    private static OrderFacts Order(string market) => Shop.Order(market, Shop.Line(market, quantity: 3)) with
    {
        IsConsumer = false,
        Shopper = new ShopperFacts(0, 0, 0, ["gold"]),
    };

    /// <summary>Everything is allowed, and one question has the answer that is tested.</summary>
    private static string Document(string question) =>
        "policy: p\nfrom: 2025-01-01\nlimits: { low: { US: 1.00 USD, JP: 3 JPY }, share: { JP: 25%, other: 10% } }\n"
        + string.Join('\n', new[]
        {
            "eligibility: [{ id: any, allow: true }]",
            "window: [{ id: any, days: 1000 }]",
            "resolutions: [{ id: any, offer: Refund }]",
            "shipment: [{ id: any, method: SendBack }]",
            "fees: [{ id: any, charge: none }]",
            "refundWhen: [{ id: any, at: received }]",
            "review: [{ id: any, approve: true }]",
        }.Where(line => !question.StartsWith(line[..line.IndexOf(':', StringComparison.Ordinal)], StringComparison.Ordinal)).Append(question));
}
