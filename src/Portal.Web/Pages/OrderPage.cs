using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages;

/// <summary>A page about one order, for browsers that have proven to know it. Others are sent to the look-up, whether the order exists or not.</summary>
public abstract class OrderPage(OrderReader orders, OrderSession session) : PageModel
{
    public LoadedOrder Order { get; private set; } = null!;

    /// <summary>The locale's code, for addresses.</summary>
    public string LocaleCode => Locale.Current.Code;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var number = RouteData.Values["number"] as string ?? "";
        var id = await orders.FindIdAsync(number, HttpContext.RequestAborted);
        if (id is null || !session.Allows(id.Value) || await orders.LoadAsync(id.Value, HttpContext.RequestAborted) is not { } order)
        {
            context.Result = new RedirectResult($"{Addresses.Orders(LocaleCode)}?number={Uri.EscapeDataString(number)}");
            return;
        }

        Order = order;
        Response.Headers.CacheControl = "no-store";
        if (await PrepareAsync() is { } instead)
        {
            context.Result = instead;
            return;
        }

        await next();
    }

    /// <summary>What a page loads before its handler runs; a result is the answer instead of the page.</summary>
    protected virtual Task<IActionResult?> PrepareAsync() => Task.FromResult<IActionResult?>(null);
}
