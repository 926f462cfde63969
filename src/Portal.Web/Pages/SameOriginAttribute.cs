using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web.Pages;

/// <summary>Guards a form on a public page by the request's origin, since such a page is the same bytes for everybody and carries no token.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameOriginAttribute : Attribute, IAsyncAuthorizationFilter
{
    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !IsSameOrigin(context.HttpContext.Request))
        {
            context.Result = new BadRequestResult();
        }

        return Task.CompletedTask;
    }

    // Browsers send at least one of the two with every POST; what sends neither is no browser that could be tricked.
    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site.Length > 0
            ? site is "same-origin" or "none"
            : origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
