using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Content;
using Portal.Web.Data;

namespace Portal.Web.Commands;

/// <summary>Gives a command the site's services over its content and its database, without serving anything.</summary>
internal static class CommandSite
{
    /// <summary>
    /// Lets a command do its work; settings such as <c>--Data:Root=…</c> pass through to the configuration.
    /// Exit status: what the work returns; 1 when content or database cannot be used; 2 for words that mean nothing.
    /// </summary>
    /// <remarks>An argument that may be left out may have taken a setting for itself: see <see cref="IsSetting"/>.</remarks>
    public static void SetWork(this Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(parsed, work, cancellation));
    }

    /// <summary>True for a word such as <c>--Data:Root=…</c>, which is for the configuration.</summary>
    public static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal);

    private static async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(word => !IsSetting(word)) is { } stray)
        {
            await Console.Error.WriteLineAsync($"'{stray}' is not known here; settings are written --Name:Key=value.");
            return 2;
        }

        await using var app = PortalApp.Build([.. parsed.Tokens.Select(token => token.Value).Where(IsSetting)]);
        try
        {
            await DatabaseStart.RunAsync(app.Services, _ => Task.CompletedTask, cancellation);
            await using var scope = app.Services.CreateAsyncScope();
            return await work(parsed, scope.ServiceProvider, cancellation);
        }
        catch (ContentException)
        {
            await Console.Error.WriteLineAsync("The content has errors: run 'content check'.");
            return 1;
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{fault.GetBaseException().Message} Check {DataRegistration.Describe(app.Configuration, app.Services.GetRequiredService<PortalFolders>())}.");
            return 1;
        }
    }
}
