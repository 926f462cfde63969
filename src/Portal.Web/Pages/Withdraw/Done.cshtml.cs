using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Withdraw;

/// <summary>The acknowledgement of a withdrawal.</summary>
public sealed class DoneModel(Withdrawals withdrawals, SignedLinks links, Texts texts) : PageModel
{
    public Withdrawal Withdrawal { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public IReadOnlyList<SummaryRow> Answers =>
    [
        new(texts["Withdraw.Name"], Withdrawal.Name), new(texts["Withdraw.Contract"], Withdrawal.Contract), new(texts["Withdraw.Email"], Withdrawal.Email),
    ];

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        if (links.Read(LinkPurpose.Withdrawal, token) is not { } id || await withdrawals.FindAsync(id, cancellation) is not { } found)
        {
            return NotFound();
        }

        (Withdrawal, Token) = (found, token);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
