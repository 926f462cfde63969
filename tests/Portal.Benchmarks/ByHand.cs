using NodaTime;
using Portal.Returns;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Refunds;
using Portal.Returns.Statutes;

namespace Portal.Benchmarks;

/// <summary>
/// The shipped policy and the law above it written out in <c>if</c>s, for a change of mind over a whole line of which no case holds a piece.
/// It builds the decision that the engine builds, but for the trace, which nobody would write by hand.
/// </summary>
internal sealed class ByHand(Policy policy)
{
    private static readonly LocalDate[] Christmas = [new(2026, 11, 1), new(2026, 12, 24), new(2025, 11, 1), new(2025, 12, 24)];

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    private static readonly Resolution[] Refund = [Resolution.Refund];

    private static readonly ShipmentMethod[] SendBack = [ShipmentMethod.SendBack];

    public Decision Decide(OrderFacts order, ReturnRequest request, Instant now)
    {
        var at = new Facts(order, order.Lines.Single(line => string.Equals(line.Id, request.LineId, StringComparison.Ordinal)), request, now);
        var asReturn = AsReturn(at);
        var decision = asReturn;
        if (order is { IsConsumer: true, IsGift: false } && StatuteBook.For(order.Market) is { } law)
        {
            var withdrawal = AsWithdrawal(at, law, asReturn);
            decision = IsBetter(withdrawal, asReturn) ? withdrawal with { Other = asReturn } : asReturn with { Other = withdrawal };
        }

        if (decision.Verdict != Verdict.Refused)
        {
            return decision;
        }

        decision = decision with { Alternative = Alternative(at) };
        return !order.IsConsumer && StatuteBook.For(order.Market) is { } other && AsWithdrawal(at, other, asReturn).Verdict == Verdict.Approved
            ? decision with { Reasons = [.. decision.Reasons, Law(ReasonKey.BusinessBuyer)] }
            : decision;
    }

    private Decision AsReturn(Facts at)
    {
        var reasons = new List<DecisionReason>();
        if (at.Line.Tags.Contains("final-sale", StringComparer.Ordinal))
        {
            reasons.Add(new DecisionReason("final-sale", "eligibility", "final-sale", "returns/final-sale", IsInternal: false, Nothing));
        }
        else if (at.Line.Tags.Contains("made-to-measure", StringComparer.Ordinal))
        {
            reasons.Add(new DecisionReason("made-to-measure", "eligibility", "made-to-measure", policy.ArticleKey, IsInternal: false, Nothing));
        }
        else if (at.Line.Category is "hygiene" && at.DeliveredOn is not null)
        {
            reasons.Add(new DecisionReason("hygiene-goods", "eligibility", "hygiene-goods", "returns/hygiene-goods", IsInternal: false, Nothing));
        }

        if (!at.IsShipped)
        {
            reasons.Add(new DecisionReason(ReasonKey.NotDelivered, "delivery", RuleId: null, policy.ArticleKey, IsInternal: false, Nothing));
        }

        LocalDate? deadline = null;
        if (at.DeliveredOn is { } delivered)
        {
            var rule = at.PlacedOn >= Christmas[0] && at.PlacedOn <= Christmas[1] ? "holiday" : at.PlacedOn >= Christmas[2] && at.PlacedOn <= Christmas[3] ? "holiday-2025" : "standard";
            deadline = delivered.PlusDays(30);
            deadline = rule switch
            {
                "holiday" => LocalDate.Max(deadline.Value, new LocalDate(2027, 1, 31)),
                "holiday-2025" => LocalDate.Max(deadline.Value, new LocalDate(2026, 1, 31)),
                _ => deadline,
            };
            if (at.Today > deadline)
            {
                reasons.Add(new DecisionReason(ReasonKey.WindowOver, "window", rule, policy.ArticleKey, IsInternal: false, Until(deadline.Value)));
            }
        }

        if (reasons.Count > 0)
        {
            return Answer(at, RequestKind.Return, Verdict.Refused, deadline, reasons);
        }

        var isDear = at.Paid > HighValue(at.Order.Market);
        return Answer(at, RequestKind.Return, isDear ? Verdict.NeedsReview : Verdict.Approved, deadline, isDear
            ? [new DecisionReason("high-value", "review", "high-value", policy.ArticleKey, IsInternal: false, Nothing)]
            : []);
    }

    private Decision AsWithdrawal(Facts at, Statute law, Decision asReturn)
    {
        var reasons = new List<DecisionReason>();
        var start = law.StartsAt == PeriodStart.LastItemReceived ? at.OrderDeliveredOn : at.DeliveredOn;
        LocalDate? deadline = start is { } day ? law.Deadline(day) : null;
        if (law.ExemptTags.FirstOrDefault(at.Is) is { } exemption)
        {
            reasons.Add(exemption is "made-to-measure" ? Law(ReasonKey.MadeToMeasure) : Law(ReasonKey.LawException, ("exemption", exemption)));
        }

        if (deadline is { } last && at.Today > last)
        {
            reasons.Add(Law(ReasonKey.WindowOver) with { Arguments = Until(last) });
        }

        if (reasons.Count > 0)
        {
            return Answer(at, RequestKind.Withdrawal, Verdict.Refused, deadline, reasons);
        }

        if (law.SealedTags.Any(at.Is))
        {
            reasons.Add(Law(ReasonKey.SealUnbroken));
        }

        if (asReturn.Verdict == Verdict.Refused)
        {
            foreach (var refused in asReturn.Reasons.Where(reason => reason.RuleId is not null))
            {
                reasons.Add(Law(ReasonKey.LawOverrides, ("law", law.Name), ("reason", refused.MessageKey), ("rule", refused.RuleId!)) with { RuleId = refused.RuleId });
            }
        }

        return Answer(at, RequestKind.Withdrawal, Verdict.Approved, deadline, reasons) with { RefundWhen = at.IsUnshipped ? RefundMoment.Requested : RefundMoment.Received };
    }

    // A claim, should it turn out damaged.
    private static Alternative? Alternative(Facts at)
    {
        if (!at.IsShipped)
        {
            return null;
        }

        LocalDate? own = at.DeliveredOn?.PlusDays(at.Order.Market switch { "GB" => 1827, "ES" => 1096, "DE" or "AT" or "FR" => 731, _ => 730 });
        var isOwn = !(at.Today > own);
        if (!at.Order.IsConsumer || ClaimStatutes.For(at.Order.Market) is not { } law)
        {
            return isOwn ? new Alternative(RequestKind.Claim, Reason.Damaged, own) : null;
        }

        LocalDate? legal = at.DeliveredOn is { } day ? at.Today > law.Deadline(day) ? law.LastingDeadline(day) : law.Deadline(day) : null;
        var isLegal = !(at.Today > legal);
        return (isOwn, isLegal) switch
        {
            (true, true) => new Alternative(RequestKind.Claim, Reason.Damaged, own is { } left && legal is { } right ? LocalDate.Max(left, right) : null),
            (true, false) => new Alternative(RequestKind.Claim, Reason.Damaged, own),
            (false, true) => new Alternative(RequestKind.Claim, Reason.Damaged, legal),
            _ => null,
        };
    }

    private static bool IsBetter(Decision withdrawal, Decision asReturn) => withdrawal.Verdict != asReturn.Verdict
        ? withdrawal.Verdict < asReturn.Verdict
        : withdrawal.Verdict != Verdict.Refused && (withdrawal.Deadline ?? LocalDate.MaxIsoValue) > (asReturn.Deadline ?? LocalDate.MaxIsoValue);

    private static Money HighValue(string market) => market switch
    {
        "US" => new Money(550_00, Currency.Of("USD")),
        "GB" => new Money(450_00, Currency.Of("GBP")),
        "JP" => new Money(80_000, Currency.Of("JPY")),
        "AE" => new Money(2000_00, Currency.Of("AED")),
        "KW" => new Money(165_000, Currency.Of("KWD")),
        _ => new Money(500_00, Currency.Of("EUR")),
    };

    private static Dictionary<string, string> Until(LocalDate day) => new(StringComparer.Ordinal) { ["until"] = NodaTime.Text.LocalDatePattern.Iso.Format(day) };

    private Decision Answer(Facts at, RequestKind kind, Verdict verdict, LocalDate? deadline, IReadOnlyList<DecisionReason> reasons) => new()
    {
        Request = at.Request,
        Kind = kind,
        Verdict = verdict,
        Deadline = deadline,
        Resolutions = verdict == Verdict.Refused ? [] : Refund,
        Shipments = verdict == Verdict.Refused ? [] : SendBack,
        Reasons = reasons,
        PolicyName = policy.Name,
        PolicyHash = policy.Hash,
    };

    private DecisionReason Law(string key, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            named.Add(name, value);
        }

        return new DecisionReason(key, "law", RuleId: null, policy.LawArticleKey, IsInternal: false, named);
    }

    private sealed class Facts
    {
        public Facts(OrderFacts order, LineFacts line, ReturnRequest request, Instant now)
        {
            (Order, Line, Request) = (order, line, request);
            var zone = DateTimeZoneProviders.Tzdb[order.ZoneId];
            (Now, Today, PlacedOn) = (now, now.InZone(zone).Date, order.PlacedAt.InZone(zone).Date);
            DeliveredOn = Delivered(line, now)?.InZone(zone).Date;
            OrderDeliveredOn = order.Lines.All(other => Delivered(other, now) is not null) ? order.Lines.Max(other => Delivered(other, now))!.Value.InZone(zone).Date : null;
            var shipped = line.Deliveries.Where(delivery => delivery.ShippedAt is not null || delivery.DeliveredAt <= now).Sum(delivery => delivery.Quantity);
            (IsShipped, IsUnshipped) = (shipped == line.Quantity, shipped == 0);
        }

        public OrderFacts Order { get; }

        public LineFacts Line { get; }

        public ReturnRequest Request { get; }

        public Instant Now { get; }

        public LocalDate Today { get; }

        public LocalDate PlacedOn { get; }

        public LocalDate? DeliveredOn { get; }

        public LocalDate? OrderDeliveredOn { get; }

        public bool IsShipped { get; }

        public bool IsUnshipped { get; }

        public Money Paid => RefundPlanner.Paid(Order, UnitSelection.For(Order, Request, Now));

        public bool Is(string tag) => Line.Tags.Contains(tag, StringComparer.Ordinal) || string.Equals(Line.Category, tag, StringComparison.Ordinal);

        private static Instant? Delivered(LineFacts line, Instant now)
        {
            var delivered = line.Deliveries.Where(delivery => delivery.DeliveredAt <= now).ToList();
            return delivered.Sum(delivery => delivery.Quantity) == line.Quantity ? delivered.Max(delivery => delivery.DeliveredAt) : null;
        }
    }
}
