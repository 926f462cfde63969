using Portal.Returns.Cases;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Returns;

/// <summary>How far a case is.</summary>
public sealed class ShowModel(CaseReader cases, OrderSession session, CaseViews views, Texts texts) : CasePage(cases, session)
{
    public (string Kind, string Text) Status => views.Status(Loaded.Case);

    public IReadOnlyList<TimelineStep> Steps => views.Timeline(Loaded);

    public IReadOnlyList<string> Items => Loaded.Case.Lines.ConvertAll(line => views.Item(Loaded, line));

    public IReadOnlyList<MoneyRow> Money => [new MoneyRow(texts["Plan.Total"], texts.Money(new Portal.Returns.Money(Loaded.Case.Total, Loaded.Order.Facts.Currency)), IsSum: true)];

    /// <summary>True while a refund is on its way to the provider: a script looks again by itself, a link does without.</summary>
    public bool IsMoving => Loaded.Case.Money is MoneyState.Planned or MoneyState.Sending or MoneyState.Unknown or MoneyState.Pending;

    public void OnGet()
    {
        // Everything was loaded before the handler.
    }
}
