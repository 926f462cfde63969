using Portal.Web.Api;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Operations;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;
using Portal.Web.Resources;

namespace Portal.Web;

/// <summary>Puts the rooms together.</summary>
public static class PortalApp
{
    /// <summary>The site, built and not yet started.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = PortalFolders.WebRoot,
        });
        builder.AddRequestLimits().AddPortalLogging();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services
            .AddResources()
            .AddContent()
            .AddData(builder.Configuration)
            .AddOrders()
            .AddCases()
            .AddPayments()
            .AddStripe(builder.Configuration)
            .AddNotifications()
            .AddApi()
            .AddOperations(builder.Configuration);
        builder.Services.AddRazorPages();
        builder.Services.AddAntiforgery(options => options.Cookie.Name = "portal-form");
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);

        var app = builder.Build();
        // First of all: who asks, and how.
        app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UseSecurityHeaders(SecurityHeaders.For(app.Environment, app.Services.GetRequiredService<PortalFolders>().IsPreview));
        app.UsePageCache();
        app.UseResponseCompression();
        app.UseStaticFiles(StaticFiles.Options);
        app.UseRequestLocalization();
        // People get a page in their language, programs get problem details.
        app.UseWhen(IsApi, api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !IsApi(context), pages => pages.UseExceptionHandler("/status/500").UseStatusCodePagesWithReExecute("/status/{0}"));
        app.UseBadRequests();
        app.UseRedirects();
        app.UseRouting();
        // Who has shown a key is counted by it.
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseRequestTimeouts();
        app.MapContent();
        app.MapApi();
        app.MapNotifications();
        app.MapStripe();
        app.MapOperations();
        app.MapRazorPages();
        return app;
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
