using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Api;

/// <summary>What is decided about lines of an order, and what would go back. Nothing of it is stored.</summary>
public sealed record QuoteAnswer
{
    public required string OrderNumber { get; init; }

    public required string Currency { get; init; }

    /// <summary>The language of the texts.</summary>
    public required string Locale { get; init; }

    public required IReadOnlyList<QuoteLine> Lines { get; init; }

    /// <summary>True when a person would look at it before any money moves.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>What goes back for everything, once each line has an option: the one that was sent, or the only one. Null before, or when a line is refused.</summary>
    public QuotePlan? Plan { get; init; }
}

/// <param name="Line">The order's line.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Reason">Why.</param>
/// <param name="Kind">What it is in law.</param>
/// <param name="Verdict">What is decided.</param>
/// <param name="Deadline">The last day on which it may be asked for, in the market's zone; null when there is none yet.</param>
/// <param name="Reasons">Why, most important first.</param>
/// <param name="Alternative">When refused: the nearest thing that would be granted.</param>
/// <param name="Options">What can be chosen; empty when refused.</param>
public sealed record QuoteLine(
    string Line, int Quantity, Reason Reason, RequestKind Kind, Verdict Verdict, DateOnly? Deadline,
    IReadOnlyList<QuoteReason> Reasons, QuoteAlternative? Alternative, IReadOnlyList<QuoteOption> Options);

/// <param name="Key">Of its sentence; <c>internal</c> where nobody is to learn which limit it was.</param>
/// <param name="Text">For the shopper.</param>
public sealed record QuoteReason(string Key, string Text);

/// <param name="Kind">What would be granted.</param>
/// <param name="Reason">Under which reason.</param>
/// <param name="Until">The last day for it.</param>
/// <param name="Text">For the shopper.</param>
public sealed record QuoteAlternative(RequestKind Kind, Reason Reason, DateOnly? Until, string Text);

/// <param name="Resolution">What the shopper gets.</param>
/// <param name="Shipment">What happens to the goods.</param>
/// <param name="RefundWhen">After which event the money goes back.</param>
/// <param name="Amount">What goes back for this line alone, after fees.</param>
/// <param name="Text">For the shopper.</param>
public sealed record QuoteOption(Resolution Resolution, ShipmentMethod Shipment, RefundMoment RefundWhen, long Amount, string Text);

/// <param name="Hash">Names the plan; to be sent with what opens the case.</param>
/// <param name="Total">What goes back.</param>
/// <param name="AtOnce">What of it goes back as soon as the case is open; 0 while a person looks at it.</param>
/// <param name="Items">What makes up the total; discounts and fees are negative.</param>
/// <param name="Payments">To which payments.</param>
public sealed record QuotePlan(string Hash, long Total, long AtOnce, IReadOnlyList<QuoteItem> Items, IReadOnlyList<QuotePayment> Payments);

/// <param name="Kind">What it pays for.</param>
/// <param name="Line">The order's line, or null for delivery and fees on the whole.</param>
/// <param name="Quantity">Pieces; 0 where pieces make no sense.</param>
/// <param name="Amount">Signed.</param>
/// <param name="Fee">For a fee: its name.</param>
public sealed record QuoteItem(PlanItemKind Kind, string? Line, int Quantity, long Amount, string? Fee);

/// <param name="Label">What the shopper knows the payment by.</param>
/// <param name="Amount">What goes back to it.</param>
public sealed record QuotePayment(string Label, long Amount);

/// <summary>Puts journeys into quotes, in the words of the request's locale.</summary>
public sealed class ReturnQuotes(DecisionTexts words, Texts texts)
{
    /// <summary>Chooses, for lines without a choice, the only option there is.</summary>
    public static void ChooseOnly(Journey journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        foreach (var line in journey.Lines.Where(line => line.Line.Shipment is null && line.Options.Count == 1))
        {
            (line.Line.Resolution, line.Line.Shipment) = (line.Options[0].Resolution, line.Options[0].Shipment);
        }
    }

    /// <summary>Tells lines whose choice is not among their options.</summary>
    public static void Check(Journey journey, JsonFaults faults)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(faults);
        foreach (var (line, index) in journey.Lines.Select((line, index) => (line, index)).Where(pair => pair.line.Line.Shipment is not null && pair.line.Chosen is null && pair.line.Options.Count > 0))
        {
            faults.Add(
                FormattableString.Invariant($"$.lines[{index}].shipment"),
                $"is not offered with this resolution; offered are {string.Join(", ", line.Options.Select(option => $"{option.Resolution} with {option.Shipment}"))}");
        }
    }

    /// <summary>What was decided, and the plan when everything is chosen.</summary>
    public QuoteAnswer Tell(Journey journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return new QuoteAnswer
        {
            OrderNumber = journey.Order.Order.Number,
            Currency = journey.Order.Order.Currency,
            Locale = texts.Locale.Code,
            Lines = [.. journey.Lines.Select(Tell)],
            NeedsReview = journey.IsGranted && journey.NeedsReview,
            Plan = journey.IsChosen ? Tell(journey.Order, journey.Plan(), journey.PlanNow()) : null,
        };
    }

    private QuoteLine Tell(JourneyLine line)
    {
        var decision = line.Decision;
        return new QuoteLine(
            line.Line.LineId, line.Line.Quantity, line.Line.Reason, decision.Kind, decision.Verdict, decision.Deadline?.ToDateOnly(),
            [.. decision.Reasons.Select(reason => new QuoteReason(reason.IsInternal ? "internal" : reason.MessageKey, words.Reason(reason))).Distinct()],
            decision.Alternative is { } instead ? new QuoteAlternative(instead.Kind, instead.Reason, instead.Until?.ToDateOnly(), words.Alternative(decision)!) : null,
            [.. line.Options.Select(option => new QuoteOption(option.Resolution, option.Shipment, option.When, option.Plan.Payable.Minor, texts[option.TextKey]))]);
    }

    private static QuotePlan Tell(LoadedOrder order, RefundPlan plan, RefundPlan? now) => new(
        plan.Hash,
        plan.Payable.Minor,
        now?.Payable.Minor ?? 0,
        [.. plan.Items.Select(item => new QuoteItem(item.Kind, item.LineId, item.Quantity, item.Amount.Minor, item.MessageKey))],
        [.. plan.Shares.Select(share => new QuotePayment(order.Order.Payments.Single(payment => payment.Id == Guid.Parse(share.PaymentId)).Label, share.Amount.Minor))]);
}
