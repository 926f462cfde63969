namespace Portal.Web.Content;

/// <summary>Leads from addresses that were pages once to where their text is now.</summary>
public static class Redirects
{
    /// <summary>Answers what would not be found with a permanent redirect, where the content names one.</summary>
    public static void UseRedirects(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false }
            && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            && context.RequestServices.GetRequiredService<Snapshot>().Library.FindRedirect(context.Request.Path) is { } to)
        {
            var address = new Uri(context.RequestServices.GetRequiredService<SiteUrl>().Absolute(to));
            context.Response.Redirect(address.PathAndQuery + address.Fragment, permanent: true);
        }
    });
}
