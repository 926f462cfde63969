using Microsoft.AspNetCore.Mvc;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Orders;

/// <summary>First page of the journey: which items, how many, and why.</summary>
public sealed class ItemsModel(OrderReader orders, OrderSession session, Journeys journeys, ItemsForm form, Texts texts) : JourneyPage(orders, session, journeys)
{
    /// <summary>The line from which the shopper came, which starts with one piece.</summary>
    [BindProperty(SupportsGet = true, Name = "line")]
    public string? LineId { get; set; }

    public IReadOnlyList<ItemsLine> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Reasons => form.Reasons();

    public void OnGet() => Lines = form.Show(Journey, LineId);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Lines = form.Typed(Journey, Request.Form);
        var asked = form.Read(Lines, Form);
        if (asked.Count == 0 && !Form.Any)
        {
            var free = Lines.FirstOrDefault(line => line.Free > 0);
            Form.Add((free ?? Lines[0]).QuantityField, texts[free is null ? "Decision.nothing-left" : "Items.None"]);
        }

        if (Form.Any)
        {
            return Page();
        }

        var saved = await Journeys.SaveLinesAsync(Journey, asked, cancellation);
        Lines = form.Refuse(saved, Lines, Form);
        return Form.Any ? Page() : Redirect(Addresses.Journey(LocaleCode, Order.Order.Number, Draft, "options"));
    }
}
