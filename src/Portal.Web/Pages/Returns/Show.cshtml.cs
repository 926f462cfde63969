using Microsoft.AspNetCore.Mvc;
using Portal.Returns.Cases;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Returns;

/// <summary>How far a case is.</summary>
public sealed class ShowModel(CaseReader cases, OrderSession session, CaseViews views, RefundReplacer replacer, Texts texts) : CasePage(cases, session)
{
    public (string Kind, string Text) Status => views.Status(Loaded.Case);

    public IReadOnlyList<TimelineStep> Steps => views.Timeline(Loaded);

    public IReadOnlyList<string> Items => Loaded.Case.Lines.ConvertAll(line => views.Item(Loaded, line));

    public IReadOnlyList<MoneyRow> Money => [new MoneyRow(texts["Plan.Total"], views.Amount(Loaded.Order, Loaded.Case.Total), IsSum: true)];

    /// <summary>True while a refund is on its way to the provider: a script looks again by itself, a link does without.</summary>
    public bool IsMoving => Loaded.Case.Money is MoneyState.Planned or MoneyState.Sending or MoneyState.Unknown or MoneyState.Pending;

    /// <summary>Failed refunds for which the shopper may choose another way.</summary>
    public IEnumerable<Refund> Failed => Loaded.Case.State == CaseState.Open ? Loaded.Refunds.Where(refund => RefundReplacer.Ways(refund, Loaded.Refunds).Count > 0 && PaymentOf(refund).DisputedAt is null) : [];

    /// <summary>The last legal day of the refund, while it still matters.</summary>
    public string? DueBy => Loaded.Case is { RefundDueOn: { } day, State: CaseState.Open or CaseState.NeedsReview } ? texts.Date(day) : null;

    public string AmountOf(Refund refund) => views.Amount(Loaded.Order, refund.Amount);

    public string WhyOf(Refund refund) => texts[$"Fault.{refund.Fault}", PaymentOf(refund).Label];

    public IReadOnlyList<Choice> Ways(Refund refund) => [.. RefundReplacer.Ways(refund, Loaded.Refunds).Select(way => new Choice(way.ToString(), texts[$"Way.{way}"], texts[$"Way.{way}.Hint"]))];

    public void OnGet()
    {
        // Everything was loaded before the handler.
    }

    /// <summary>Another way for a failed refund of this case; a second click finds nothing to do, and shows what is.</summary>
    public async Task<IActionResult> OnPostAsync(Guid refund, RefundWay way, CancellationToken cancellation)
    {
        if (Failed.Any(failed => failed.Id == refund))
        {
            await replacer.ReplaceAsync(refund, way, isByStaff: false, cancellation);
        }

        return Redirect(Addresses.Case(texts.Locale.Code, Loaded.Case.Rma));
    }

    private Payment PaymentOf(Refund refund) => Loaded.Order.Order.Payments.Single(payment => payment.Id == refund.PaymentId);
}
