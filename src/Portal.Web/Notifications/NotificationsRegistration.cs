using System.Text;
using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Notifications.Letters;
using Portal.Web.Notifications.Transport;

namespace Portal.Web.Notifications;

/// <summary>Registers what the portal tells people, and where they can download it.</summary>
public static class NotificationsRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddScoped<Mails>()
        .AddScoped<WithdrawalAcknowledgement>()
        .AddScoped<LetterLinks>()
        .AddScoped<CaseLetters>()
        .AddScoped<RefundLetters>()
        .AddScoped<WithdrawalLetters>()
        .AddScoped<OrderLetters>()
        .AddScoped<LetterDesk>()
        .AddScoped<LetterPress>()
        .AddScoped<ComponentRenderer>()
        .AddScoped<MailExecutor>()
        .AddSingleton<MailSender>()
        .AddSingleton<FolderTransport>()
        .AddSingleton(Transport)
        .AddHostedService<MailWorker>()
        .AddMailPreview();

    public static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{locale:locale}/withdraw/{token}/acknowledgement.txt", DownloadAsync);
        if (routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            routes.MapMailPreview();
        }
    }

    /// <summary>Reads every setting that mails need, so that a wrong one is told at the start.</summary>
    /// <exception cref="SettingException">One cannot be used.</exception>
    public static void CheckMailSettings(this IServiceProvider services)
    {
        services.GetRequiredService<SiteUrl>();
        services.GetRequiredService<MailSender>();
        services.GetRequiredService<IMailTransport>();
    }

    private static IMailTransport Transport(IServiceProvider services) =>
        SmtpSettings.Read(services.GetRequiredService<IConfiguration>()) is { } smtp ? new SmtpTransport(smtp, services.GetRequiredService<TimeProvider>())
        : services.GetRequiredService<IHostEnvironment>().IsDevelopment() ? services.GetRequiredService<FolderTransport>()
        : new NoTransport();

    private static async Task<IResult> DownloadAsync(string token, SignedLinks links, Withdrawals withdrawals, WithdrawalAcknowledgement acknowledgement, CancellationToken cancellation)
    {
        var withdrawal = links.Read(LinkPurpose.Withdrawal, token) is { } id ? await withdrawals.FindAsync(id, cancellation) : null;
        return withdrawal is null
            ? Results.NotFound()
            : Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(acknowledgement.Write(withdrawal))).ToArray(), "text/plain; charset=utf-8", $"withdrawal-{withdrawal.Id:N}.txt");
    }
}
