using Microsoft.AspNetCore.Mvc;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages.Orders;

/// <summary>Second page of the journey: what the shopper gets, and what happens to the goods.</summary>
public sealed class OptionsModel(OrderReader orders, OrderSession session, Journeys journeys, CaseViews views, DecisionTexts words, Texts texts) : JourneyPage(orders, session, journeys)
{
    /// <summary>What a person should know before choosing.</summary>
    public IReadOnlyList<string> Reasons =>
    [
        .. Journey.Lines.SelectMany(line => line.Decision.Reasons).Select(words.Reason).Distinct(StringComparer.Ordinal),
        .. Journey.ShippingApart is { IsZero: false } shipping ? [texts["Options.Shipping", texts.Money(shipping)]] : Array.Empty<string>(),
    ];

    public IActionResult OnGet() => Journey.IsGranted ? Page() : Redirect(StepUrl("items"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Journey.IsGranted)
        {
            return Redirect(StepUrl("items"));
        }

        foreach (var line in Journey.Lines)
        {
            var typed = Request.Form[Field(line.Line.LineId)].ToString();
            var option = line.Options.FirstOrDefault(option => string.Equals(option.Value, typed, StringComparison.Ordinal));
            (line.Line.Resolution, line.Line.Shipment) = (option?.Resolution, option?.Shipment);
            if (option is null)
            {
                Form.Add(Field(line.Line.LineId), texts["Options.Missing"]);
            }
        }

        if (Form.Any)
        {
            return Page();
        }

        await Journeys.SaveOptionsAsync(Journey, cancellation);
        return Redirect(StepUrl("check"));
    }

    public static string Field(string lineId) => $"option-{lineId}";

    public string Legend(JourneyLine line) => texts["Options.Legend", Order.Line(line.Line.LineId).Title, texts.Count("Pieces", line.Line.Quantity)];

    public IReadOnlyList<Choice> Choices(JourneyLine line) => line.Options.Select(option => views.Option(Order, option)).ToList();

    /// <summary>A single option is chosen already.</summary>
    public string? Selected(JourneyLine line) => line.Chosen?.Value ?? (line.Options.Count == 1 ? line.Options[0].Value : null);
}
