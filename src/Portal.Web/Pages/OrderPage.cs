using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages;

/// <summary>A page about one order, for browsers that have proven to know it. Others are sent to the look-up, whether the order exists or not.</summary>
public abstract class OrderPage(OrderReader orders, OrderSession session) : PageModel
{
    public LoadedOrder Order { get; private set; } = null!;

    /// <summary>As whom this browser has proven to know the order.</summary>
    public Party Party { get; private set; }

    /// <summary>Where a gift's recipient wants mails, as typed.</summary>
    [BindProperty(Name = "contact")]
    public string? Contact { get; set; }

    /// <summary>True when mails cannot go to the order's address: that is the buyer's, and this is the recipient of a gift.</summary>
    public bool AsksForContact => Party == Party.Recipient;

    /// <summary>Who opens a case from this page.</summary>
    protected Correspondent Correspondent => new(Party, AsksForContact && EmailAddress.LooksRight(Contact) ? EmailAddress.Normalize(Contact) : null);

    /// <summary>True when something was typed that is no address.</summary>
    protected bool IsContactWrong => AsksForContact && !string.IsNullOrWhiteSpace(Contact) && !EmailAddress.LooksRight(Contact);

    /// <summary>The locale's code, for addresses.</summary>
    public string LocaleCode => Locale.Current.Code;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var number = RouteData.Values["number"] as string ?? "";
        var id = await orders.FindIdAsync(number, HttpContext.RequestAborted);
        Response.Headers.CacheControl = "no-store";
        if (id is { } known && session.TakeKey(LinkPurpose.Order, known, known, Party.Buyer))
        {
            context.Result = new RedirectResult(Request.Path.ToUriComponent());
            return;
        }

        if (id is null || !session.Allows(id.Value) || await orders.LoadAsync(id.Value, HttpContext.RequestAborted) is not { } order)
        {
            context.Result = new RedirectResult($"{Addresses.Orders(LocaleCode)}?number={Uri.EscapeDataString(number)}");
            return;
        }

        Order = order;
        Party = session.PartyOf(id.Value) ?? Party.Buyer;
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
