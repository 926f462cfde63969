using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Tests.Statutes;

namespace Portal.Returns.Tests.Decisions;

/// <summary>What a consumer's claim gets although the policy says less.</summary>
public sealed class ClaimFloorTests
{
    private const string Generous = """
        policy: generous
        from: 2010-01-01
        lawArticle: returns/law
        eligibility: [{ id: all, allow: true }]
        window: [{ id: all, days: 3000 }]
        resolutions: [{ id: money, offer: Refund }]
        shipment: [{ id: all, method: SendBack }]
        fees: [{ id: none, charge: none }]
        refundWhen: [{ id: all, at: received }]
        review: [{ id: all, approve: true }]
        """;

    private static readonly Dictionary<string, PolicyBook> Policies = new(StringComparer.Ordinal)
    {
        ["generous"] = Shop.Book(Generous),
        ["final sale"] = With("allow: true", "refuse: final-sale"),
        ["ten days"] = With("days: 3000", "days: 10"),
        ["credit"] = With("offer: Refund", "offer: StoreCredit"),
        ["exchange or credit"] = With("offer: Refund", "offer: [Exchange, StoreCredit]"),
        ["replacement"] = With("offer: Refund", "offer: Replacement"),
        ["replacement or repair"] = With("offer: Refund", "offer: [Repair, Replacement]"),
        ["fees"] = With("charge: none", "charge: [{ fee: return-postage, amount: { DE: 5.00 EUR, NO: 5.00 EUR, GB: 4.00 GBP, US: 4.00 USD } }, { fee: restocking, amount: { DE: 3.00 EUR, NO: 5.00 EUR, GB: 4.00 GBP, US: 4.00 USD } }]"),
        ["on its way"] = With("allow: true", "when: { delivered: false }, refuse: not-delivered }, { id: rest, allow: true"),
        ["no offer"] = With("resolutions: [{ id: money, offer: Refund }]", ""),
    };

    [Theory]
    [InlineData("DE", "generous", 5, Verdict.Approved, "Refund", "")]
    [InlineData("DE", "final sale", 5, Verdict.NeedsReview, "Replacement Repair", "legal-remedy law-overrides-claim")]
    [InlineData("DE", "final sale", 720, Verdict.NeedsReview, "Replacement Repair", "legal-remedy law-overrides-claim")]
    [InlineData("DE", "final sale", 740, Verdict.Refused, "", "final-sale")]
    [InlineData("ES", "final sale", 740, Verdict.NeedsReview, "Replacement Repair", "legal-remedy law-overrides-claim")]
    [InlineData("ES", "final sale", 1100, Verdict.Refused, "", "final-sale")]
    [InlineData("NO", "final sale", 1100, Verdict.NeedsReview, "Replacement Repair", "legal-remedy law-overrides-claim")]
    [InlineData("NO", "final sale", 1830, Verdict.Refused, "", "final-sale")]
    [InlineData("GB", "final sale", 30, Verdict.NeedsReview, "Refund Replacement Repair", "legal-remedy law-overrides-claim")]
    [InlineData("GB", "final sale", 31, Verdict.NeedsReview, "Replacement Repair", "legal-remedy law-overrides-claim")]
    [InlineData("GB", "final sale", 1830, Verdict.Refused, "", "final-sale")]
    [InlineData("US", "final sale", 5, Verdict.Refused, "", "final-sale")]
    [InlineData("BR", "final sale", 5, Verdict.Refused, "", "final-sale")]
    [InlineData("DE", "ten days", 10, Verdict.Approved, "Refund", "")]
    [InlineData("DE", "ten days", 11, Verdict.NeedsReview, "Replacement Repair", "legal-remedy law-overrides-claim")]
    [InlineData("US", "ten days", 11, Verdict.Refused, "", "window-over")]
    [InlineData("DE", "credit", 5, Verdict.NeedsReview, "Replacement Repair StoreCredit", "legal-remedy law-overrides-claim")]
    [InlineData("DE", "exchange or credit", 5, Verdict.NeedsReview, "Replacement Repair Exchange StoreCredit", "legal-remedy law-overrides-claim")]
    [InlineData("GB", "credit", 5, Verdict.Approved, "Refund Replacement Repair StoreCredit", "law-overrides-claim")]
    [InlineData("GB", "credit", 31, Verdict.NeedsReview, "Replacement Repair StoreCredit", "legal-remedy law-overrides-claim")]
    [InlineData("US", "credit", 5, Verdict.Approved, "StoreCredit", "")]
    [InlineData("DE", "credit", 740, Verdict.Approved, "StoreCredit", "")]
    [InlineData("DE", "replacement", 5, Verdict.Approved, "Replacement Repair", "law-overrides-claim")]
    [InlineData("DE", "replacement or repair", 5, Verdict.Approved, "Repair Replacement", "")]
    [InlineData("GB", "replacement or repair", 5, Verdict.Approved, "Refund Replacement Repair", "law-overrides-claim")]
    [InlineData("GB", "replacement or repair", 31, Verdict.Approved, "Repair Replacement", "")]
    [InlineData("DE", "fees", 5, Verdict.Approved, "Refund", "claim-is-free claim-is-free")]
    [InlineData("GB", "fees", 5, Verdict.Approved, "Refund", "claim-is-free claim-is-free")]
    [InlineData("DE", "no offer", 5, Verdict.NeedsReview, "", "policy-gap")]
    public void Decide_FaultyGoods_AreNeverLeftWithLessThanTheLaw(string market, string policy, int daysAgo, Verdict verdict, string resolutions, string reasons)
    {
        var decision = Decide(Delivered(market, daysAgo), Reason.Defective, policy);

        Assert.Equal(
            (RequestKind.Claim, verdict, resolutions, reasons),
            (decision.Kind, decision.Verdict, string.Join(' ', decision.Resolutions), string.Join(' ', decision.Reasons.Select(reason => reason.MessageKey))));
    }

    [Theory]
    [InlineData(Reason.Damaged)]
    [InlineData(Reason.WrongItem)]
    [InlineData(Reason.NotAsDescribed)]
    public void Decide_EveryLackOfConformity_IsHeldAgainstTheLaw(Reason reason) =>
        Assert.Equal(Verdict.NeedsReview, Decide(Delivered("DE", 5), reason, "final sale").Verdict);

    [Fact]
    public void Decide_LawOverridesARefusal_NamesRuleAndLawAndKeepsBothAnswers()
    {
        var decision = Decide(Delivered("DE", 5), Reason.Damaged, "final sale");

        var reason = decision.Reasons[1];
        Assert.Equal(("all", "returns/law"), (reason.RuleId, reason.ArticleKey));
        Assert.Equal(("Directive (EU) 2019/771", "final-sale", "all"), (reason.Arguments["law"], reason.Arguments["reason"], reason.Arguments["rule"]));
        Assert.Equal((RequestKind.Claim, Verdict.Refused, "final-sale"), (decision.Other!.Kind, decision.Other.Verdict, decision.Other.Reasons[0].MessageKey));
        Assert.Equal((Days.Of("2028-11-17"), ShipmentMethod.SendBack, RefundMoment.Received), (decision.Deadline, Assert.Single(decision.Shipments), decision.RefundWhen));
    }

    [Fact]
    public void Decide_LawLeavesNoFee_NamesEachFeeAndKeepsThePolicysAnswer()
    {
        var decision = Decide(Delivered("DE", 5), Reason.Damaged, "fees");

        Assert.Empty(decision.Fees);
        Assert.Equal(2, decision.Other!.Fees.Count);
        Assert.Equal("return-postage restocking", string.Join(' ', decision.Reasons.Select(reason => reason.Arguments["reason"])));
        Assert.All(decision.Reasons, reason => Assert.Equal(("none", "Directive (EU) 2019/771"), (reason.RuleId, reason.Arguments["law"])));
    }

    [Fact]
    public void Decide_InternalRuleOverridden_IsNotNamedToTheShopper()
    {
        var book = Shop.Book(Generous.Replace("allow: true", "refuse: abuse, internal: true", StringComparison.Ordinal));

        var reason = Shop.Decide(Delivered("DE", 5), Reason.Damaged, book: book).Reasons[1];

        Assert.Equal(("all", ""), (reason.RuleId, reason.Arguments["rule"]));
    }

    // Delivered on 17 November 2026: the policy's 3000 days are later, its 10 days are not.
    [Theory]
    [InlineData("generous", "2035-02-03")]
    [InlineData("ten days", "2028-11-17")]
    public void Decide_ApprovedClaim_HasTheLaterDeadline(string policy, string deadline)
    {
        var decision = Decide(Delivered("DE", 5), Reason.Damaged, policy);

        Assert.Equal((Verdict.Approved, Days.Of(deadline)), (decision.Verdict, decision.Deadline));
        Assert.Equal("law", decision.Trace[^1].Question);
        Assert.Equal(Resolution.Replacement, decision.Other!.Resolutions[0]);
    }

    [Fact]
    public void Decide_Gift_BuyersClaimIsHeldAgainstTheLaw() =>
        Assert.Equal(Verdict.NeedsReview, Decide(Delivered("DE", 5) with { IsGift = true }, Reason.Damaged, "final sale").Verdict);

    [Theory]
    [InlineData("final sale", Verdict.Refused, 0)]
    [InlineData("credit", Verdict.Approved, 0)]
    [InlineData("fees", Verdict.Approved, 2)]
    public void Decide_Business_HasNoFloor(string policy, Verdict verdict, int fees)
    {
        var decision = Decide(Delivered("DE", 5) with { IsConsumer = false }, Reason.Damaged, policy);

        Assert.Equal((verdict, fees, (Decision?)null), (decision.Verdict, decision.Fees.Count, decision.Other));
    }

    [Fact]
    public void Decide_NotShipped_NothingIsDueByLaw()
    {
        var decision = Decide(Shop.Order("DE", Shop.Line("DE", deliveredDaysAgo: null)), Reason.Damaged, "final sale");

        Assert.Equal((Verdict.Refused, Verdict.Refused, "not-delivered"), (decision.Verdict, decision.Other!.Verdict, decision.Other.Reasons[0].MessageKey));
    }

    [Fact]
    public void Decide_DeliveryUnknown_ThePeriodHasNotBegun()
    {
        var decision = Decide(OnItsWay("DE"), Reason.Damaged, "final sale");

        Assert.Equal((Verdict.NeedsReview, (LocalDate?)null), (decision.Verdict, decision.Deadline));
    }

    [Theory]
    [InlineData("on its way", Reason.Missing, Verdict.Refused, "")]
    [InlineData("on its way", Reason.Late, Verdict.Refused, "")]
    [InlineData("final sale", Reason.Missing, Verdict.Refused, "")]
    [InlineData("generous", Reason.Missing, Verdict.Approved, "Refund")]
    [InlineData("credit", Reason.Missing, Verdict.Approved, "Replacement Refund StoreCredit")]
    [InlineData("replacement", Reason.Late, Verdict.Approved, "Replacement Refund")]
    public void Decide_GoodsThatNeverCame_KeepTheVerdictAndMayCostNothing(string policy, Reason reason, Verdict verdict, string resolutions)
    {
        var decision = Decide(OnItsWay("DE"), reason, policy);

        Assert.Equal((verdict, resolutions), (decision.Verdict, string.Join(' ', decision.Resolutions)));
        Assert.Empty(Decide(OnItsWay("DE"), reason, "fees").Fees);
        Assert.Equal("Directive 2011/83/EU, article 18", Decide(OnItsWay("DE"), reason, "fees").Reasons[0].Arguments["law"]);
    }

    [Fact]
    public void Decide_LateButDelivered_StaysThePolicys() =>
        Assert.Equal(("StoreCredit", 0), (string.Join(' ', Decide(Delivered("DE", 5), Reason.Late, "credit").Resolutions), Decide(Delivered("DE", 5), Reason.Late, "credit").Reasons.Count));

    [Fact]
    public void Decide_FinalSaleAfterTheWithdrawalPeriod_NamesTheClaimOfTheLaw()
    {
        var alternative = Decide(Delivered("DE", 40), Reason.ChangedMind, "final sale").Alternative;

        Assert.Equal(new Alternative(RequestKind.Claim, Reason.Damaged, Days.Of("2028-10-13")), alternative);
    }

    private static PolicyBook With(string original, string changed)
    {
        Assert.Contains(original, Generous, StringComparison.Ordinal);
        return Shop.Book(Generous.Replace(original, changed, StringComparison.Ordinal));
    }

    private static OrderFacts Delivered(string market, int daysAgo) =>
        Shop.Order(market, Shop.Line(market, daysAgo)) with { PlacedAt = Shop.DaysAgo(daysAgo + 5) };

    private static OrderFacts OnItsWay(string market) =>
        Shop.Order(market, Shop.Line(market) with { Deliveries = [new DeliveryFacts(1, Shop.DaysAgo(20), null)] });

    private static Decision Decide(OrderFacts order, Reason reason, string policy) => Shop.Decide(order, reason, book: Policies[policy]);
}
