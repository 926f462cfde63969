using Microsoft.AspNetCore.Mvc;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Orders;

/// <summary>Last page of the journey: check your answers, then open the case.</summary>
public sealed class CheckModel(OrderReader orders, OrderSession session, Journeys journeys, CaseOpener opener, CaseViews views, Texts texts) : JourneyPage(orders, session, journeys)
{
    /// <summary>The plan as the shopper saw it.</summary>
    [BindProperty(Name = "plan")]
    public string? ConfirmedPlan { get; set; }

    public bool HasChanged { get; private set; }

    public string PlanHash => Journey.Plan().Hash;

    public IReadOnlyList<SummaryRow> Answers => views.Answers(Journey, StepUrl);

    public IReadOnlyList<MoneyRow> Money => views.Breakdown(Order, Journey.Plan());

    public IActionResult OnGet() => Journey.IsChosen ? Page() : Redirect(StepUrl(Journey.IsGranted ? "options" : "items"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Journey.IsChosen)
        {
            return Redirect(StepUrl(Journey.IsGranted ? "options" : "items"));
        }

        if (IsContactWrong)
        {
            Form.Add("contact", texts["Withdraw.Email.Missing"]);
            return Page();
        }

        switch (await opener.OpenAsync(Journey, ConfirmedPlan ?? "", Correspondent, cancellation: cancellation))
        {
            case OpenOutcome.Opened opened:
                return Redirect(Addresses.Case(LocaleCode, opened.Rma));
            case OpenOutcome.UnitsTaken { Rma: { } rma }:
                return Redirect(Addresses.Case(LocaleCode, rma));
            default:
                HasChanged = true;
                return Page();
        }
    }
}
