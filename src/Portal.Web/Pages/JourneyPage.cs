using Microsoft.AspNetCore.Mvc;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Orders;

namespace Portal.Web.Pages;

/// <summary>A page of the return journey. Once its case is open, every page of it leads there.</summary>
public abstract class JourneyPage(OrderReader orders, OrderSession session, Journeys journeys) : OrderPage(orders, session)
{
    /// <summary>The draft's id, given out by the order page; its row exists from the first save on.</summary>
    [BindProperty(SupportsGet = true, Name = "draft")]
    public Guid Draft { get; set; }

    public Journey Journey { get; protected set; } = null!;

    public FormErrors Form { get; } = new();

    public IReadOnlyList<FieldError> Errors => Form.All;

    protected Journeys Journeys => journeys;

    public string? ErrorOf(string field) => Form.Of(field);

    public string StepUrl(string step) => Addresses.Journey(LocaleCode, Order.Order.Number, Draft, step);

    protected override async Task<IActionResult?> PrepareAsync()
    {
        if (Journeys.OpenedFrom(Order, Draft) is { } opened)
        {
            return new RedirectResult(Addresses.Case(LocaleCode, opened.Rma));
        }

        if (await journeys.LoadAsync(Order, Draft, HttpContext.RequestAborted) is not { } journey)
        {
            return new NotFoundResult();
        }

        Journey = journey;
        return null;
    }
}
