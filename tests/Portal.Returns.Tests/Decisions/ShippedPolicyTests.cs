using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Tests.Decisions;

/// <summary>What the shipped policy answers, as a table of situations.</summary>
public sealed class ShippedPolicyTests
{
    private static readonly Dictionary<string, Func<OrderFacts>> Orders = new(StringComparer.Ordinal)
    {
        ["US fresh"] = () => Shop.Order("US"),
        ["US final sale"] = () => Shop.Order("US", Shop.Line("US") with { Tags = ["final-sale"] }),
        ["US hygiene"] = () => Shop.Order("US", Shop.Line("US") with { Category = "hygiene" }),
        ["US on the way"] = () => Shop.Order("US", Shop.Line("US") with { Deliveries = [new DeliveryFacts(1, Shop.DaysAgo(1), null)] }),
        ["US not shipped"] = () => Shop.Order("US", Shop.Line("US", deliveredDaysAgo: null)),
        ["US late"] = () => Shop.Order("US", Shop.Line("US", deliveredDaysAgo: 31)),
        ["US ancient"] = () => Shop.Order("US", Shop.Line("US", deliveredDaysAgo: 731)) with { PlacedAt = Shop.DaysAgo(740) },
        ["US cheap"] = () => Shop.Order("US", Shop.Line("US", price: 25m)),
        ["US cheap, limit reached"] = () => Shop.Order("US", Shop.Line("US", price: 25m)) with { Shopper = new ShopperFacts(9, 3, 2, []) },
        ["US dear"] = () => Shop.Order("US", Shop.Line("US", price: 900m)),
        ["US before the policy"] = () => Shop.Order("US") with { PlacedAt = Instant.FromUtc(2021, 12, 1, 0, 0) },
        ["DE fresh"] = () => Shop.Order("DE"),
        ["DE final sale"] = () => Shop.Order("DE", Shop.Line("DE") with { Tags = ["final-sale"] }),
        ["DE final sale, gift"] = () => Shop.Order("DE", Shop.Line("DE") with { Tags = ["final-sale"] }) with { IsGift = true },
        ["DE final sale, business"] = () => Shop.Order("DE", Shop.Line("DE") with { Tags = ["final-sale"] }) with { IsConsumer = false },
        ["DE final sale, late"] = () => Shop.Order("DE", Shop.Line("DE", deliveredDaysAgo: 20) with { Tags = ["final-sale"] }),
        ["DE hygiene"] = () => Shop.Order("DE", Shop.Line("DE") with { Category = "hygiene" }),
        ["DE made to measure"] = () => Shop.Order("DE", Shop.Line("DE") with { Tags = ["made-to-measure"] }),
        ["DE not shipped"] = () => Shop.Order("DE", Shop.Line("DE", deliveredDaysAgo: null)),
        ["DE not shipped, business"] = () => Shop.Order("DE", Shop.Line("DE", deliveredDaysAgo: null)) with { IsConsumer = false },
        ["DE dear"] = () => Shop.Order("DE", Shop.Line("DE", price: 900m)),
        ["DE dear, 20 days"] = () => Shop.Order("DE", Shop.Line("DE", deliveredDaysAgo: 20, price: 900m)),
        ["ES 800 days"] = () => Shop.Order("ES", Shop.Line("ES", deliveredDaysAgo: 800)) with { PlacedAt = Shop.DaysAgo(810) },
        ["JP cheap"] = () => Shop.Order("JP", Shop.Line("JP", price: 3000m)),
        ["KW cheap"] = () => Shop.Order("KW", Shop.Line("KW", price: 7.5m)),
        ["KW just above"] = () => Shop.Order("KW", Shop.Line("KW", price: 7.501m)),
        ["CH"] = () => Shop.Order("CH", Shop.Line("CH")),
    };

    [Theory]
    [InlineData("US fresh", Reason.ChangedMind, RequestKind.Return, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("US fresh", Reason.Damaged, RequestKind.Claim, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("US final sale", Reason.ChangedMind, RequestKind.Return, Verdict.Refused, "final-sale", "", null)]
    [InlineData("US final sale", Reason.Defective, RequestKind.Claim, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("US hygiene", Reason.WrongSize, RequestKind.Return, Verdict.Refused, "hygiene-goods", "", null)]
    [InlineData("US on the way", Reason.ChangedMind, RequestKind.Return, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("US on the way", Reason.Late, RequestKind.Claim, Verdict.NeedsReview, "high-value", "Keep", RefundMoment.Requested)]
    [InlineData("US not shipped", Reason.ChangedMind, RequestKind.Return, Verdict.Refused, "not-delivered", "", null)]
    [InlineData("US not shipped", Reason.Damaged, RequestKind.Claim, Verdict.Refused, "not-delivered", "", null)]
    [InlineData("US late", Reason.ChangedMind, RequestKind.Return, Verdict.Refused, "window-over", "", null)]
    [InlineData("US late", Reason.NotAsDescribed, RequestKind.Claim, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("US ancient", Reason.Damaged, RequestKind.Claim, Verdict.Refused, "window-over", "", null)]
    [InlineData("US cheap", Reason.Damaged, RequestKind.Claim, Verdict.Approved, null, "Keep", RefundMoment.Requested)]
    [InlineData("US cheap", Reason.ChangedMind, RequestKind.Return, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("US cheap", Reason.Missing, RequestKind.Claim, Verdict.Approved, null, "Keep", RefundMoment.Requested)]
    [InlineData("US cheap", Reason.Late, RequestKind.Claim, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("US cheap, limit reached", Reason.Damaged, RequestKind.Claim, Verdict.Approved, "returnless-limit", "SendBack", RefundMoment.Received)]
    [InlineData("US cheap, limit reached", Reason.Missing, RequestKind.Claim, Verdict.NeedsReview, "returnless-limit", "Keep", RefundMoment.Requested)]
    [InlineData("US dear", Reason.ChangedMind, RequestKind.Return, Verdict.NeedsReview, "high-value", "SendBack", RefundMoment.Received)]
    [InlineData("US dear", Reason.Damaged, RequestKind.Claim, Verdict.NeedsReview, "high-value", "SendBack", RefundMoment.Received)]
    [InlineData("US before the policy", Reason.ChangedMind, RequestKind.Return, Verdict.NeedsReview, "no-policy", "", RefundMoment.Received)]
    [InlineData("DE fresh", Reason.ChangedMind, RequestKind.Return, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("DE final sale", Reason.ChangedMind, RequestKind.Withdrawal, Verdict.Approved, "law-overrides", "SendBack", RefundMoment.Received)]
    [InlineData("DE final sale, gift", Reason.ChangedMind, RequestKind.Return, Verdict.Refused, "final-sale", "", null)]
    [InlineData("DE final sale, business", Reason.ChangedMind, RequestKind.Return, Verdict.Refused, "final-sale", "", null)]
    [InlineData("DE final sale, late", Reason.ChangedMind, RequestKind.Return, Verdict.Refused, "final-sale", "", null)]
    [InlineData("DE hygiene", Reason.ChangedMind, RequestKind.Withdrawal, Verdict.Approved, "seal-unbroken", "SendBack", RefundMoment.Received)]
    [InlineData("DE made to measure", Reason.ChangedMind, RequestKind.Return, Verdict.Refused, "made-to-measure", "", null)]
    [InlineData("DE not shipped", Reason.ChangedMind, RequestKind.Withdrawal, Verdict.Approved, null, "SendBack", RefundMoment.Requested)]
    [InlineData("DE not shipped, business", Reason.ChangedMind, RequestKind.Return, Verdict.Refused, "not-delivered", "", null)]
    [InlineData("DE dear", Reason.ChangedMind, RequestKind.Withdrawal, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("DE dear, 20 days", Reason.ChangedMind, RequestKind.Return, Verdict.NeedsReview, "high-value", "SendBack", RefundMoment.Received)]
    [InlineData("ES 800 days", Reason.Defective, RequestKind.Claim, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("JP cheap", Reason.Damaged, RequestKind.Claim, Verdict.Approved, null, "Keep", RefundMoment.Requested)]
    [InlineData("KW cheap", Reason.Damaged, RequestKind.Claim, Verdict.Approved, null, "Keep", RefundMoment.Requested)]
    [InlineData("KW just above", Reason.Damaged, RequestKind.Claim, Verdict.Approved, null, "SendBack", RefundMoment.Received)]
    [InlineData("CH", Reason.Damaged, RequestKind.Claim, Verdict.NeedsReview, "policy-fault", "", RefundMoment.Received)]
    public void Decide_Situation_GivesVerdict(string order, Reason reason, RequestKind kind, Verdict verdict, string? messageKey, string shipments, RefundMoment? refundWhen)
    {
        var decision = Shop.Decide(Orders[order](), reason);

        Assert.Equal(
            (kind, verdict, messageKey, shipments),
            (decision.Kind, decision.Verdict, decision.Reasons is [var first, ..] ? first.MessageKey : null, string.Join(' ', decision.Shipments)));
        Assert.Equal("returns", decision.PolicyName is "" ? "returns" : decision.PolicyName);
        if (refundWhen is not null)
        {
            Assert.Equal(refundWhen, decision.RefundWhen);
        }
    }

    [Theory]
    [InlineData("US final sale", Reason.ChangedMind, RequestKind.Claim, Reason.Damaged, "2028-11-16")]
    [InlineData("US late", Reason.ChangedMind, RequestKind.Claim, Reason.Damaged, "2028-10-21")]
    [InlineData("US ancient", Reason.Defective, null, null, null)]
    [InlineData("US not shipped", Reason.ChangedMind, null, null, null)]
    [InlineData("DE not shipped", Reason.Damaged, RequestKind.Withdrawal, Reason.ChangedMind, null)]
    [InlineData("DE not shipped, business", Reason.Damaged, null, null, null)]
    public void Decide_Refused_NamesTheNearestGrant(string order, Reason reason, RequestKind? kind, Reason? because, string? until)
    {
        var decision = Shop.Decide(Orders[order](), reason);

        Assert.Equal(Verdict.Refused, decision.Verdict);
        Assert.Equal((kind, because), (decision.Alternative?.Kind, decision.Alternative?.Reason));
        Assert.Equal(until, decision.Alternative?.Until is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null);
    }

    [Fact]
    public void Decide_BusinessBuyer_IsToldWhyTheLawDoesNotHelp() =>
        Assert.Equal("final-sale business-buyer", string.Join(' ', Shop.Decide(Orders["DE final sale, business"](), Reason.ChangedMind).Reasons.Select(reason => reason.MessageKey)));

    [Fact]
    public void Decide_LawOverrides_NamesRuleAndLinksToTheLaw()
    {
        var reason = Assert.Single(Shop.Decide(Orders["DE final sale"](), Reason.ChangedMind).Reasons);

        Assert.Equal(("final-sale", "final-sale", "returns/right-of-withdrawal"), (reason.Arguments["rule"], reason.Arguments["reason"], reason.ArticleKey));
    }

    [Fact]
    public void Decide_ReturnlessLimit_IsInternal() =>
        Assert.True(Assert.Single(Shop.Decide(Orders["US cheap, limit reached"](), Reason.Damaged).Reasons).IsInternal);

    [Theory]
    [InlineData("2026-11-01", "2026-11-05", "2027-01-31")]
    [InlineData("2026-12-24", "2027-01-10", "2027-02-09")]
    [InlineData("2026-10-31", "2026-11-05", "2026-12-05")]
    [InlineData("2025-12-01", "2025-12-05", "2026-01-31")]
    public void Decide_HolidayOrder_HasLaterDeadline(string placed, string delivered, string deadline)
    {
        var pattern = NodaTime.Text.LocalDatePattern.Iso;
        var zone = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
        Instant Noon(string day) => (pattern.Parse(day).Value + new LocalTime(12, 0)).InZoneLeniently(zone).ToInstant();
        var order = Shop.Order("US", Shop.Line("US") with { Deliveries = [new DeliveryFacts(1, Noon(placed), Noon(delivered))] }) with { PlacedAt = Noon(placed) };

        var decision = ReturnEngine.Decide(Shop.ShippedBook, order, new ReturnRequest("1", 1, Reason.ChangedMind), Noon(delivered));

        Assert.Equal((Verdict.Approved, deadline), (decision.Verdict, pattern.Format(decision.Deadline!.Value)));
    }
}
