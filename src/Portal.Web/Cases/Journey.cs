using NodaTime;
using Portal.Returns;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Orders;

namespace Portal.Web.Cases;

/// <summary>A line of a draft with what was decided about it.</summary>
/// <param name="Line">What the shopper asked for.</param>
/// <param name="Decision">The answer.</param>
/// <param name="Options">What can be chosen; empty when refused.</param>
public sealed record JourneyLine(DraftLine Line, Decision Decision, IReadOnlyList<ReturnOption> Options)
{
    /// <summary>The chosen option, or null while nothing possible is chosen.</summary>
    public ReturnOption? Chosen => Options.FirstOrDefault(option => option.Shipment == Line.Shipment && option.Resolution == Line.Resolution);
}

/// <summary>A draft as it stands now: its order, its lines with their decisions at an instant, and the plan of all that is chosen.</summary>
public sealed record Journey(LoadedOrder Order, ReturnDraft Draft, IReadOnlyList<JourneyLine> Lines, Instant Now)
{
    /// <summary>True when every line may be returned, perhaps after a person's look.</summary>
    public bool IsGranted => Lines.Count > 0 && Lines.All(line => line.Decision.Verdict != Verdict.Refused && line.Options.Count > 0);

    /// <summary>True when every line has an option that is still possible.</summary>
    public bool IsChosen => IsGranted && Lines.All(line => line.Chosen is not null);

    /// <summary>True when a person looks before any money moves.</summary>
    public bool NeedsReview => Order.Order.Payments.Exists(payment => payment.DisputedAt is not null) || Order.Cases.Any(IsUnnamed) || Lines.Any(line => line.Decision.Verdict == Verdict.NeedsReview);

    /// <summary>The plan of everything chosen, whenever it is paid.</summary>
    public RefundPlan Plan() => Plan(Lines);

    /// <summary>True when the delivery cost goes back too.</summary>
    public bool IncludesShipping => RefundTerms.For(Order.Facts, Lines.Select(line => line.Decision).ToList(), Units(Lines)).IncludeShipping;

    /// <summary>The delivery cost that goes back beside the amounts of the lines; zero when there is none, or when a single line's amount contains it.</summary>
    public Money ShippingApart => Lines.Count > 1 && IncludesShipping
        ? RefundPlanner.Plan(Order.Facts, [], new RefundTerms([], IncludeShipping: true)).Total
        : Money.Zero(Order.Facts.Currency);

    /// <summary>The plan of what is paid as soon as the case is open: items that are kept or never left.</summary>
    public RefundPlan? PlanNow()
    {
        var now = Lines.Where(line => line.Chosen is { IsPaidAtOnce: true }).ToList();
        return NeedsReview || now.Count == 0 ? null : Plan(now);
    }

    // A refund made at the provider, of which nobody has said for which pieces: it may have been for these.
    private static bool IsUnnamed(ReturnCase opened) => opened is { State: CaseState.NeedsReview, Lines: [], Units: [], Message: null };

    private RefundPlan Plan(IReadOnlyList<JourneyLine> lines) => RefundPlanner.Plan(Order.Facts, Units(lines), Terms(lines));

    private RefundTerms Terms(IReadOnlyList<JourneyLine> lines) => RefundTerms.For(
        Order.Facts,
        lines.Select(line => ReturnOption.WithFeesOf(line.Decision, line.Chosen!.Shipment)).ToList(),
        Units(lines));

    private List<UnitSelection> Units(IReadOnlyList<JourneyLine> lines) =>
        lines.Select(line => UnitSelection.For(Order.Facts, line.Decision.Request, Now)).ToList();
}
