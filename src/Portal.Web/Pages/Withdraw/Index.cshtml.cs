using Microsoft.AspNetCore.Mvc;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Withdraw;

/// <summary>The withdrawal function in its two steps: declare, then confirm (Directive 2011/83, article 11a).</summary>
[SameOrigin]
[IgnoreAntiforgeryToken]
public sealed class IndexModel(Withdrawals withdrawals, SignedLinks links, Texts texts) : FormPage
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 200;

    /// <summary>The longest description of a contract, in characters.</summary>
    public const int MaxContract = 1000;

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "contract")]
    public string? Contract { get; set; }

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    /// <summary>Given out with the first step, so that confirming twice stores one withdrawal.</summary>
    [BindProperty(Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(Name = "step")]
    public string? Step { get; set; }

    public bool IsConfirming { get; private set; }

    public IReadOnlyList<SummaryRow> Answers =>
    [
        new(texts["Withdraw.Name"], Name ?? ""), new(texts["Withdraw.Contract"], Contract ?? ""), new(texts["Withdraw.Email"], Email ?? ""),
    ];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        (Name, Contract, Email) = (TypedText.Clean(Name), TypedText.Clean(Contract), TypedText.Clean(Email));
        if (Step is "change")
        {
            return Page();
        }

        Form.Require("name", Name, MaxName, texts["Withdraw.Name.Missing"], texts["Form.TooLong"]);
        Form.Require("contract", Contract, MaxContract, texts["Withdraw.Contract.Missing"], texts["Form.TooLong"]);
        if (!EmailAddress.LooksRight(Email))
        {
            Form.Add("email", texts["Withdraw.Email.Missing"]);
        }

        if (!Form.Any && Step is "confirm" && Id != Guid.Empty)
        {
            var stored = await withdrawals.StoreAsync(Id, new WithdrawalStatement(Name, Contract, Email), cancellation);
            return Redirect($"{Addresses.Withdraw(Locale.Current.Code)}/{links.Sign(LinkPurpose.Withdrawal, stored.Id)}");
        }

        IsConfirming = !Form.Any;
        Id = Guid.CreateVersion7();
        return Page();
    }
}
