using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Returns.Cases;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Pages;

/// <summary>A page about one case, for browsers that have proven to know its order. Others are sent to the look-up, whether the case exists or not.</summary>
public abstract class CasePage(CaseReader cases, OrderSession session) : PageModel
{
    public LoadedCase Loaded { get; private set; } = null!;

    /// <summary>True when something is to be sent back and may be: then there is a slip to print.</summary>
    public bool HasSlip => Loaded.Case.State == CaseState.Open && Loaded.Case.Lines.Exists(line => line.IsSentBack);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var rma = RouteData.Values["rma"] as string ?? "";
        var key = await cases.FindKeyAsync(rma, HttpContext.RequestAborted);
        Response.Headers.CacheControl = "no-store";
        if (key is not null && session.TakeKey(LinkPurpose.Case, key.Id, key.OrderId, key.Party))
        {
            context.Result = new RedirectResult(Request.Path.ToUriComponent());
            return;
        }

        if (key is null || !session.Allows(key.OrderId, key.Party) || await cases.FindAsync(rma, HttpContext.RequestAborted) is not { } loaded)
        {
            context.Result = new RedirectResult(Addresses.Orders(Locale.Current.Code));
            return;
        }

        Loaded = loaded;
        await next();
    }
}
