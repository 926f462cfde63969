using Microsoft.AspNetCore.Mvc;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Orders;

/// <summary>Asks a person to look again at a refusal.</summary>
public sealed class AskModel(OrderReader orders, OrderSession session, CaseOpener opener, Judge judge, DecisionTexts words, Texts texts) : OrderPage(orders, session)
{
    /// <summary>The longest message, in characters.</summary>
    public const int MaxMessage = 2000;

    private readonly FormErrors _form = new();

    [BindProperty(SupportsGet = true, Name = "line")]
    public string? LineId { get; set; }

    [BindProperty(SupportsGet = true, Name = "reason")]
    public Reason Reason { get; set; }

    [BindProperty(Name = "message")]
    public string? Message { get; set; }

    /// <summary>Given out with the form, so that a second submit finds the first one's case.</summary>
    [BindProperty(Name = "draft")]
    public Guid Draft { get; set; }

    public IReadOnlyList<FieldError> Errors => _form.All;

    public string ItemTitle => Order.Line(LineId!).Title;

    public string Refusal => string.Join(' ', Decision.Reasons.Select(words.Reason).Distinct(StringComparer.Ordinal));

    private Decision Decision => judge.Decide(Order, LineId!, Reason);

    public string? ErrorOf(string field) => _form.Of(field);

    public IActionResult OnGet()
    {
        Draft = Guid.CreateVersion7();
        return !IsAskable ? NotFound()
            : CaseOpener.AskedFor(Order, LineId) is { } waiting ? Redirect(waiting.Party == Party ? Addresses.Case(LocaleCode, waiting.Rma) : Addresses.Order(LocaleCode, Order.Order.Number))
            : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsAskable || Draft == Guid.Empty)
        {
            return NotFound();
        }

        _form.Require("message", Message, MaxMessage, texts["Ask.Message.Missing"], texts["Form.TooLong"]);
        if (IsContactWrong)
        {
            _form.Add("contact", texts["Withdraw.Email.Missing"]);
        }

        return _form.Any ? Page() : await opener.AskAgainAsync(Order, Decision, Message!.Trim(), Draft, Correspondent, cancellation) switch
        {
            OpenOutcome.Opened opened => Redirect(Addresses.Case(LocaleCode, opened.Rma)),
            OpenOutcome.UnitsTaken { Rma: { } rma } => Redirect(Addresses.Case(LocaleCode, rma)),
            _ => Redirect(Addresses.Order(LocaleCode, Order.Order.Number)),
        };
    }

    private bool IsAskable => Order.Order.Lines.Any(line => string.Equals(line.LineId, LineId, StringComparison.Ordinal));
}
