using System.CommandLine;
using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders.Demo;

namespace Portal.Web.Commands;

/// <summary><c>serve</c>: the site itself.</summary>
public static class ServeCommand
{
    private static readonly Option<string?> Preview = new("--preview")
    {
        Description = "A content folder, such as that of a branch: shows its drafts and articles of a later day, with made-up orders below data/preview. No mail and no payment leaves it.",
        HelpName = "folder",
    };

    /// <summary>Its entry in the help; settings pass through to the configuration.</summary>
    public static Command Create() => new("serve", "Serves the site (the default).") { TreatUnmatchedTokensAsErrors = false, Options = { Preview } };

    /// <summary>Prepares content and database, then serves until stopped.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        var app = PortalApp.Build(parsed.Errors is [var wrong, ..] ? throw new SettingException(wrong.Message) : [.. parsed.UnmatchedTokens, .. Settings(parsed.GetValue(Preview))]);
        await using (app)
        {
            if (await PrepareAsync(app) is { } obstacle)
            {
                await Console.Error.WriteLineAsync(obstacle);
                return 1;
            }

            try
            {
                await app.StartAsync();
                await app.WaitForShutdownAsync();
                return 0;
            }
            catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
            {
                await Console.Error.WriteLineAsync($"{fault.Message} Stop what uses it, or choose another address with --urls http://localhost:5081");
                await app.StopAsync();
                return 1;
            }
        }
    }

    // Said last, they win over what the shop is configured to use.
    private static string[] Settings(string? preview) => preview is null
        ? []
        :
        [
            $"--Content:Root={preview}", "--Content:Preview=true", "--Demo:Enabled=true", "--Database:Provider=Sqlite", "--ConnectionStrings:Portal=",
            "--Smtp:Host=", "--Stripe:SecretKey=", "--Stripe:WebhookSecret=",
        ];

    private static async Task<string?> PrepareAsync(WebApplication app)
    {
        app.Services.CheckMailSettings();
        var folders = app.Services.GetRequiredService<PortalFolders>();
        var snapshots = app.Services.GetRequiredService<SnapshotStore>();
        if (!Directory.Exists(folders.Content))
        {
            return $"There is no content folder at {folders.Content}. Point Content:Root at one, for instance --Content:Root=content";
        }

        if (!snapshots.LoadFirst())
        {
            return string.Join('\n', snapshots.Faults.Select(finding => finding.ToString()).Append($"The content in {folders.Content} has errors and no earlier good content is kept. Mend the above and start again."));
        }

        snapshots.Current.Library.Search.Prepare(snapshots.Current.Site.Locales.Select(locale => locale.Code));
        try
        {
            await DatabaseStart.RunAsync(app.Services, services => FillAsync(services, app.Configuration.GetValue<bool>("Demo:Enabled")));
            return null;
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            return $"The database cannot be used: {fault.GetBaseException().Message} Check {DataRegistration.Describe(app.Configuration, folders)}.";
        }
    }

    private static async Task FillAsync(IServiceProvider services, bool isDemo)
    {
        // The first use makes the key that all nodes sign with.
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Portal.Start").Protect([]);
        if (isDemo)
        {
            // As of the full hour, so that a restart soon after has nothing to do.
            var hour = services.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeSeconds() / 3600;
            await services.GetRequiredService<DemoOrderStore>().SeedAsync(NodaTime.Instant.FromUnixTimeSeconds(hour * 3600), CancellationToken.None);
        }
    }
}
