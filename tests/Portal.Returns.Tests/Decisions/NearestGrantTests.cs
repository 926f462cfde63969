using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Decisions;

/// <summary>What a refusal says would be granted instead: another reason, then a claim, then a withdrawal.</summary>
public sealed class NearestGrantTests
{
    [Fact]
    public void Refused_OtherReasonGranted_IsToldWithItsDeadline() => Assert.Equal(
        new Alternative(RequestKind.Return, Reason.WrongSize, new LocalDate(2026, 12, 17)),
        Refuse("US", "refuse: never, when: { reason: ChangedMind }", "offer: [Refund, StoreCredit]").Alternative);

    [Fact]
    public void Refused_OtherReasonBringsStoreCredit_SaysSo() => Assert.Equal(
        new Alternative(RequestKind.Return, Reason.WrongSize, new LocalDate(2026, 12, 17), OnlyCredit: true),
        Refuse("US", "refuse: never, when: { reason: ChangedMind }", "offer: StoreCredit").Alternative);

    [Fact]
    public void Refused_EveryReason_IsAClaimShouldItBeDamaged() => Assert.Equal(
        new Alternative(RequestKind.Claim, Reason.Damaged, new LocalDate(2026, 12, 17)),
        Refuse("US", "refuse: never, when: { kind: Return }", "offer: Refund").Alternative);

    [Fact]
    public void Refused_OtherReasonNobodyCanJudge_IsNotPromised() => Assert.Equal(
        RequestKind.Claim,
        Refuse("US", "refuse: never, when: { reason: ChangedMind }", "offer: Refund, when: { kind: Claim }").Alternative?.Kind);

    [Fact]
    public void Refused_Everything_HasNoAlternative() => Assert.Null(Refuse("US", "refuse: never", "offer: Refund").Alternative);

    [Fact]
    public void Refused_DamageInTheUnitedStates_IsNotToldToBeDamaged() => Assert.Null(
        Shop.Decide(Shop.Order("US"), Reason.Damaged, book: Book("refuse: never", "offer: Refund")).Alternative);

    [Fact]
    public void Refused_ClaimForWhatHasNotLeftYet_CouldStillBeWithdrawn()
    {
        var order = Shop.Order("DE", Shop.Line("DE", deliveredDaysAgo: null));

        var refused = Shop.Decide(order, Reason.Late, book: Book("refuse: not-delivered", "offer: Refund"));

        Assert.Equal((Verdict.Refused, RequestKind.Withdrawal, Reason.ChangedMind), (refused.Verdict, refused.Alternative?.Kind, refused.Alternative?.Reason));
        Assert.Null(Shop.Decide(order with { IsConsumer = false }, Reason.Late, book: Book("refuse: not-delivered", "offer: Refund")).Alternative);
    }

    [Fact]
    public void Granted_HasNoAlternative() => Assert.Null(Shop.Decide(Shop.Order("US"), Reason.ChangedMind, book: Book("allow: true", "offer: Refund")).Alternative);

    [Fact]
    public void Json_OnlyCredit_IsWrittenWhereItIsSo()
    {
        var order = Shop.Order("US");
        var credit = Refuse("US", "refuse: never, when: { reason: ChangedMind }", "offer: StoreCredit");
        var money = Refuse("US", "refuse: never, when: { reason: ChangedMind }", "offer: Refund");

        Assert.Contains("""{"kind":"Return","reason":"WrongSize","until":"2026-12-17","onlyCredit":true}""", DecisionJson.Write(order, credit, Shop.Now), StringComparison.Ordinal);
        Assert.Contains("""{"kind":"Return","reason":"WrongSize","until":"2026-12-17"}""", DecisionJson.Write(order, money, Shop.Now), StringComparison.Ordinal);
    }

    private static Decision Refuse(string market, string eligibility, string offer)
    {
        var decision = Shop.Decide(Shop.Order(market), Reason.ChangedMind, book: Book(eligibility, offer));
        Assert.Equal(Verdict.Refused, decision.Verdict);
        return decision;
    }

    private static PolicyBook Book(string eligibility, string offer) => Shop.Book($$"""
        policy: p
        from: 2025-01-01
        eligibility:
          - { id: first, {{eligibility}} }
          - { id: rest, allow: true }
        window: [{ id: any, days: 30 }]
        resolutions: [{ id: any, {{offer}} }]
        shipment: [{ id: any, method: SendBack }]
        fees: [{ id: any, charge: none }]
        refundWhen: [{ id: any, at: received }]
        review: [{ id: any, approve: true }]
        """);
}
