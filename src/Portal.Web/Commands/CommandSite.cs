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
    public static void SetWork(this Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(parsed, work, cancellation));
    }

    private static async Task<int> RunAsync(ParseResult parsed, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith("--", StringComparison.Ordinal) || !token.Contains('=', StringComparison.Ordinal)) is { } stray)
        {
            await Console.Error.WriteLineAsync($"'{stray}' is not known here; settings are written --Name:Key=value.");
            return 2;
        }

        await using var app = PortalApp.Build([.. parsed.UnmatchedTokens]);
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
