using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Payments;

namespace Portal.Web.Api;

/// <summary>A return case. Amounts are whole minor units of the currency.</summary>
public sealed record CaseAnswer
{
    public required string Rma { get; init; }

    public required string OrderNumber { get; init; }

    public required string Currency { get; init; }

    public required CaseState State { get; init; }

    public required GoodsState Goods { get; init; }

    public required MoneyState Money { get; init; }

    /// <summary>What goes back to the shopper when all goes well.</summary>
    public required long Total { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The last day on which the law lets the shop refund; null where no law sets one.</summary>
    public DateOnly? RefundDueOn { get; init; }

    /// <summary>The language of the shopper.</summary>
    public required string Locale { get; init; }

    /// <summary>Its status page, for a shopper who has proven to know the order.</summary>
    public required string Url { get; init; }

    /// <summary>What the shopper wrote when asking to look again.</summary>
    public string? Message { get; init; }

    /// <summary>What the person who looked at it wrote to the shopper.</summary>
    public string? Answer { get; init; }

    public required IReadOnlyList<CaseAnswerLine> Lines { get; init; }

    public required IReadOnlyList<CaseAnswerRefund> Refunds { get; init; }

    public required IReadOnlyList<CaseAnswerEvent> Events { get; init; }

    /// <summary>The case as the API tells it.</summary>
    public static CaseAnswer Of(ListedCase listed)
    {
        ArgumentNullException.ThrowIfNull(listed);
        var told = listed.Case;
        return new CaseAnswer
        {
            Rma = told.Rma,
            OrderNumber = listed.OrderNumber,
            Currency = listed.Currency,
            State = told.State,
            Goods = told.Goods,
            Money = told.Money,
            Total = told.Total,
            OpenedAt = told.OpenedAt.ToDateTimeOffset(),
            RefundDueOn = told.RefundDueOn?.ToDateOnly(),
            Locale = told.Locale,
            Url = Addresses.Case(told.Locale, told.Rma),
            Message = told.Message,
            Answer = told.Answer,
            Lines = told.Lines.ConvertAll(line => new CaseAnswerLine(
                line.LineId, line.Quantity, line.Reason, line.Kind, line.Verdict, line.Resolution, line.Shipment, line.Resolution is null ? null : line.RefundWhen)),
            Refunds = [.. listed.Refunds.Select(refund => new CaseAnswerRefund(
                refund.Id, refund.Provider, listed.Payments[refund.PaymentId].Reference, listed.Payments[refund.PaymentId].Label,
                refund.Amount, refund.State, refund.Reference, refund.BankReference, refund.ArrivesBy?.ToDateOnly(), refund.Fault))],
            Events = told.Events.ConvertAll(happened => new CaseAnswerEvent(happened.At.ToDateTimeOffset(), happened.Kind, happened.Amount, happened.PaymentLabel)),
        };
    }
}

/// <param name="Line">The order's line.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Reason">Why.</param>
/// <param name="Kind">What it is in law.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Resolution">What the shopper gets; null while only another look is asked for.</param>
/// <param name="Shipment">What happens to the goods; null while only another look is asked for.</param>
/// <param name="RefundWhen">After which event the money goes back; null while only another look is asked for.</param>
public sealed record CaseAnswerLine(
    string Line, int Quantity, Reason Reason, RequestKind Kind, Verdict Verdict, Resolution? Resolution, ShipmentMethod? Shipment, RefundMoment? RefundWhen);

/// <param name="Id">The refund.</param>
/// <param name="Provider">Who executes it.</param>
/// <param name="PaymentReference">The provider's name for the payment.</param>
/// <param name="PaymentLabel">What the shopper knows the payment by.</param>
/// <param name="Amount">Minor units.</param>
/// <param name="State">Only <c>Succeeded</c> is refunded.</param>
/// <param name="Reference">The provider's name for the refund, once it is known.</param>
/// <param name="BankReference">What the shopper's bank can search for.</param>
/// <param name="ArrivesBy">When the bank should show it.</param>
/// <param name="Fault">Why it failed or waits.</param>
public sealed record CaseAnswerRefund(
    Guid Id, string Provider, string PaymentReference, string PaymentLabel, long Amount, RefundState State, string? Reference, string? BankReference, DateOnly? ArrivesBy, RefundFault? Fault);

/// <param name="At">When.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Amount">For money: minor units.</param>
/// <param name="PaymentLabel">For money: the payment it goes back to.</param>
public sealed record CaseAnswerEvent(DateTimeOffset At, TimelineEventKind Kind, long? Amount, string? PaymentLabel);

/// <param name="Items">Newest first.</param>
/// <param name="Next">What to send as <c>cursor</c> for the next slice; null at the end.</param>
public sealed record CaseSlice(IReadOnlyList<CaseAnswer> Items, string? Next);
