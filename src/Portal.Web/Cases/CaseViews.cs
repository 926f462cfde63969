using System.Globalization;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Resources;

namespace Portal.Web.Cases;

/// <summary>Puts cases, options and plans into words of the request's locale.</summary>
public sealed class CaseViews(Texts texts, Snapshot snapshot)
{
    /// <summary>An option with its exact amount and where the money goes.</summary>
    public Choice Option(LoadedOrder order, ReturnOption option) => new(
        option.Value,
        texts[option.TextKey],
        texts[$"{option.TextKey}.Hint", Payments(order, option.Plan)],
        texts.Money(option.Plan.Payable));

    /// <summary>The answers of a journey, each with the way to change it.</summary>
    public IReadOnlyList<SummaryRow> Answers(Journey journey, Func<string, string> stepUrl) => journey.Lines.SelectMany(line =>
    {
        var title = journey.Order.Line(line.Line.LineId).Title;
        return new[]
        {
            new SummaryRow(title, texts.Count("Pieces", line.Line.Quantity), texts["Form.Change"], stepUrl("items")),
            new SummaryRow(texts["Items.Reason"], texts[$"Reason.{line.Line.Reason}"], texts["Form.Change"], stepUrl("items"), texts["Check.ReasonOf", title]),
            new SummaryRow(texts["Check.YouGet"], texts[line.Chosen!.TextKey], texts["Form.Change"], stepUrl("options"), texts["Check.OptionOf", title]),
        };
    }).Append(new SummaryRow(texts["Check.BackTo"], Payments(journey.Order, journey.Plan()))).ToList();

    /// <summary>What makes up a plan's total.</summary>
    public IReadOnlyList<MoneyRow> Breakdown(LoadedOrder order, RefundPlan plan) =>
    [
        .. plan.Items.Select(item => new MoneyRow(Label(order, item), texts.Money(item.Amount))),
        .. plan.Unassigned.IsZero ? Array.Empty<MoneyRow>() : [new MoneyRow(texts["Plan.PaidBefore"], texts.Money(-plan.Unassigned))],
        new MoneyRow(texts["Plan.Total"], texts.Money(plan.Payable), IsSum: true),
    ];

    /// <summary>The state of a case in two or three words, with its tone.</summary>
    public (string Kind, string Text) Status(ReturnCase opened) => opened switch
    {
        { State: CaseState.NeedsReview } => ("wait", texts["Case.NeedsReview"]),
        { State: CaseState.Refused } => ("bad", texts["Case.Refused"]),
        { State: CaseState.Canceled } => ("", texts["Case.Canceled"]),
        { Goods: GoodsState.Awaited, Money: MoneyState.None or MoneyState.Succeeded } => ("wait", texts["Case.AwaitsParcel"]),
        { Money: MoneyState.Succeeded } => ("good", texts["Case.Refunded"]),
        { Money: MoneyState.Failed } => ("bad", texts["Case.RefundFailed"]),
        { Money: not MoneyState.None } => ("wait", texts["Case.RefundOnItsWay"]),
        _ => ("wait", texts["Case.Open"]),
    };

    /// <summary>What has happened to a case, and what happens next.</summary>
    public IReadOnlyList<TimelineStep> Timeline(LoadedCase loaded)
    {
        var zone = snapshot.Zone(loaded.Order.Order.Market);
        var steps = loaded.Case.Events.ConvertAll(happened => new TimelineStep(
            happened.Amount is { } amount
                ? texts[$"Event.{happened.Kind}", Amount(loaded.Order, amount), happened.PaymentLabel ?? ""]
                : texts[$"Event.{happened.Kind}"],
            texts.DateTime(happened.At, zone),
            happened.At.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        if (Next(loaded) is { } next)
        {
            steps.Add(new TimelineStep(next, IsNext: true));
        }

        return steps;
    }

    /// <summary>An amount in the order's currency.</summary>
    public string Amount(LoadedOrder order, long minor) => texts.Money(new Portal.Returns.Money(minor, order.Facts.Currency));

    /// <summary>Pieces of a line of a case.</summary>
    public string Item(LoadedCase loaded, CaseLine line) =>
        texts.Pieces(line.Quantity, loaded.Order.Line(line.LineId).Title);

    private string? Next(LoadedCase loaded) => loaded.Case switch
    {
        { State: CaseState.NeedsReview } => texts["Next.Review"],
        { State: CaseState.Refused or CaseState.Canceled } => null,
        { Goods: GoodsState.Awaited, Money: MoneyState.None or MoneyState.Succeeded } => texts["Next.Parcel"],
        { Money: MoneyState.Succeeded } when Latest(loaded.Refunds) is { } day => texts["Next.Bank", texts.Date(day)],
        { Money: not (MoneyState.None or MoneyState.Succeeded or MoneyState.Failed) } => texts["Next.Provider"],
        _ => null,
    };

    private static LocalDate? Latest(IReadOnlyList<Refund> refunds) => refunds.Select(refund => refund.ArrivesBy).Max();

    private string Payments(LoadedOrder order, RefundPlan plan) => string.Join(texts["List.Separator"], plan.Shares.Select(share =>
    {
        var label = order.Order.Payments.Single(payment => string.Equals(payment.Id.ToString("N"), share.PaymentId, StringComparison.Ordinal)).Label;
        return plan.Shares.Count == 1 ? label : texts["Plan.Share", label, texts.Money(share.Amount)];
    }));

    private string Label(LoadedOrder order, PlanItem item) => item.Kind switch
    {
        PlanItemKind.Goods => texts.Pieces(item.Quantity, order.Line(item.LineId!).Title),
        PlanItemKind.Fee => texts[$"Fee.{item.MessageKey}"],
        _ => texts[$"Plan.{item.Kind}"],
    };
}
