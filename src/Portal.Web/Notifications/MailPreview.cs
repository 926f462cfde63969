using System.Globalization;
using MimeKit;
using Portal.Web.Components;
using Portal.Web.Components.MailParts;
using Portal.Web.Notifications.Transport;

namespace Portal.Web.Notifications;

/// <summary><c>/dev/mail</c>: the mails of the folder, in Development only. A mail's HTML is shown in a sandbox of its own, where its inline styles are all that is allowed.</summary>
public static class MailPreview
{
    private const string SandboxPolicy = "MailPreview";

    public static IServiceCollection AddMailPreview(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies().AddPolicy(SandboxPolicy, policy => policy
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicyNoReferrer()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddStyleSrcAttr().UnsafeInline();
                csp.AddBaseUri().None();
                csp.AddFormAction().None();
                csp.AddFrameAncestors().None();
                csp.AddSandbox();
            }));
        return services;
    }

    public static void MapMailPreview(this IEndpointRouteBuilder routes)
    {
        var mails = routes.MapGroup("/dev/mail").ExcludeFromDescription();
        mails.MapGet("", ListAsync);
        mails.MapGet("{id:guid}/html", (Guid id, FolderTransport folder) =>
            folder.Read(id)?.Message.HtmlBody is { } html ? Results.Text(html, "text/html; charset=utf-8") : Results.NotFound()).WithSecurityHeadersPolicy(SandboxPolicy);
        mails.MapGet("{id:guid}/text", (Guid id, FolderTransport folder) =>
            folder.Read(id)?.Message.TextBody is { } text ? Results.Text(text, "text/plain; charset=utf-8") : Results.NotFound());
    }

    private static async Task<IResult> ListAsync(FolderTransport folder, ComponentRenderer components, IMailTransport transport) => Results.Text(
        await components.RenderAsync<MailList>(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(MailList.IsFolder)] = transport is FolderTransport,
            [nameof(MailList.Mails)] = folder.List().Select(View).ToList(),
        }),
        "text/html; charset=utf-8");

    private static MailListRow View(KeptMail mail) => new(
        mail.Id.ToString("N"),
        mail.Message.Subject ?? "",
        mail.Message.To.ToString(),
        mail.Message.Body?.Headers[HeaderId.ContentLanguage] ?? "",
        mail.Message.Date.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
}
