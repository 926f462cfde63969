using Microsoft.AspNetCore.Mvc;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Orders;

/// <summary>Finds an order by number with e-mail or postcode.</summary>
[SameOrigin]
[IgnoreAntiforgeryToken]
public sealed class FindModel(OrderLookup lookup, OrderSession session, Texts texts, IConfiguration configuration) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Number { get; set; }

    [BindProperty(Name = "proof")]
    public string? Proof { get; set; }

    /// <summary>True when demo orders can be tried.</summary>
    public bool IsDemo => configuration.GetValue<bool>("Demo:Enabled");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form.Require("number", Number, OrderNumber.MaxLength, texts["Find.Number.Missing"], texts["Form.TooLong"]);
        Form.Require("proof", Proof, EmailAddress.MaxLength, texts["Find.Proof.Missing"], texts["Form.TooLong"]);
        if (Form.Any)
        {
            return Page();
        }

        var found = await lookup.FindAsync(Number!, Proof!, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", cancellation);
        if (found.Outcome == LookupOutcome.Found)
        {
            session.Grant(found.OrderId);
            return Redirect(Addresses.Order(Locale.Current.Code, found.Number));
        }

        Form.Add("number", texts[found.Outcome == LookupOutcome.TooMany ? "Find.TooMany" : "Find.NotFound"]);
        Response.StatusCode = found.Outcome == LookupOutcome.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status200OK;
        return Page();
    }
}
