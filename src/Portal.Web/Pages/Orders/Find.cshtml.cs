using Microsoft.AspNetCore.Mvc;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Orders.Demo;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Orders;

/// <summary>Finds an order by number with e-mail or postcode; or by an e-mail address alone, answered by mail.</summary>
[SameOrigin]
[IgnoreAntiforgeryToken]
public sealed class FindModel(OrderLookup lookup, OrderLinks links, OrderSession session, Texts texts, IConfiguration configuration) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Number { get; set; }

    [BindProperty(Name = "proof")]
    public string? Proof { get; set; }

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    /// <summary>True after links were asked for, whether there are orders or not.</summary>
    [BindProperty(SupportsGet = true, Name = "sent")]
    public bool IsSent { get; set; }

    private string Caller => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>True when demo orders can be tried.</summary>
    public bool IsDemo => configuration.GetValue<bool>("Demo:Enabled");

    /// <summary>Demo orders, each with what it shows.</summary>
    public IReadOnlyList<SummaryRow> ToTry => [.. DemoOrders.Handful.Select(hint => new SummaryRow($"{hint.Number} · {hint.Email}", texts[$"Demo.What.{hint.Number}"]))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form.Require("number", Number, OrderNumber.MaxLength, texts["Find.Number.Missing"], texts["Form.TooLong"]);
        Form.Require("proof", Proof, EmailAddress.MaxLength, texts["Find.Proof.Missing"], texts["Form.TooLong"]);
        if (Form.Any)
        {
            return Page();
        }

        var found = await lookup.FindAsync(Number!, Proof!, Caller, cancellation);
        if (found.Outcome == LookupOutcome.Found)
        {
            session.Grant(found.OrderId, found.Party);
            return Redirect(Addresses.Order(Locale.Current.Code, found.Number));
        }

        Form.Add("number", texts[found.Outcome == LookupOutcome.TooMany ? "Find.TooMany" : "Find.NotFound"]);
        Response.StatusCode = found.Outcome == LookupOutcome.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostLinksAsync(CancellationToken cancellation)
    {
        if (!EmailAddress.LooksRight(Email))
        {
            Form.Add("email", texts["Withdraw.Email.Missing"]);
            return Page();
        }

        if (await links.AskAsync(Email!, Caller, cancellation))
        {
            return Redirect($"{Addresses.Orders(Locale.Current.Code)}?sent=true");
        }

        Form.Add("email", texts["Find.TooMany"]);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Page();
    }
}
