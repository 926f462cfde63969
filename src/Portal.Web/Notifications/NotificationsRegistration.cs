using System.Text;
using Portal.Web.Cases;

namespace Portal.Web.Notifications;

/// <summary>Registers what the portal tells people, and where they can download it.</summary>
public static class NotificationsRegistration
{
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddScoped<Mails>()
        .AddScoped<WithdrawalAcknowledgement>();

    public static void MapNotifications(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/{locale:locale}/withdraw/{token}/acknowledgement.txt", DownloadAsync);

    private static async Task<IResult> DownloadAsync(string token, SignedLinks links, Withdrawals withdrawals, WithdrawalAcknowledgement acknowledgement, CancellationToken cancellation)
    {
        var withdrawal = links.Read(token) is { } id ? await withdrawals.FindAsync(id, cancellation) : null;
        return withdrawal is null
            ? Results.NotFound()
            : Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(acknowledgement.Write(withdrawal))).ToArray(), "text/plain; charset=utf-8", $"withdrawal-{withdrawal.Id:N}.txt");
    }
}
