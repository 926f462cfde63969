using System.CommandLine;
using System.Globalization;
using Portal.Knowledge.Articles;
using Portal.Web.Content;

namespace Portal.Web.Commands;

/// <summary>Gives a command the content folder and the policy values that its articles quote.</summary>
internal static class ContentSite
{
    public static Option<string?> Root() => new("--root") { Description = "The content folder; Content:Root unless given." };

    public static Option<DateOnly?> Date() => Date("--date", "The day that review dates are judged by, such as 2026-11-30; today unless given.");

    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"'{result.Tokens[0].Value}' is no day; write it as 2026-11-30.");
            return null;
        },
    };

    /// <summary>
    /// Lets the work have what the folder holds, even where articles have errors. Exit status: what the work returns; 1, with the findings, where there is
    /// no policy or site to read them by; 2 for words that mean nothing. Settings pass through to the configuration.
    /// </summary>
    public static void SetWork(this Command command, Option<string?> root, Option<DateOnly?>? date, Func<ParseResult, LibraryOptions, IPolicyValues, DateOnly, int> work)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed =>
        {
            if (parsed.UnmatchedTokens.FirstOrDefault(word => !CommandSite.IsSetting(word)) is { } stray)
            {
                Console.Error.WriteLine($"'{stray}' is not known here; settings are written --Name:Key=value.");
                return 2;
            }

            var settings = parsed.Tokens.Select(token => token.Value).Where(CommandSite.IsSetting);
            return Run([.. settings, .. parsed.GetValue(root) is { } folder ? [$"--Content:Root={folder}"] : Array.Empty<string>()], date is null ? null : parsed.GetValue(date), (options, values, today) => work(parsed, options, values, today));
        });
    }

    private static int Run(string[] settings, DateOnly? date, Func<LibraryOptions, IPolicyValues, DateOnly, int> work)
    {
        using var app = PortalApp.Build(settings);
        var folder = app.Services.GetRequiredService<PortalFolders>().Content;
        var site = Path.Combine(folder, "site.yaml");
        if (!File.Exists(site))
        {
            Console.Error.WriteLine($"There is no {site}: point --root at a content folder.");
            return 1;
        }

        var (shop, wrong) = SiteReader.Read(site, File.ReadAllText(site));
        var (policies, errors) = SnapshotReader.ReadPolicies(folder);
        if (shop is null || policies is null)
        {
            foreach (var finding in wrong.Concat(errors))
            {
                Console.Out.WriteLine(finding);
            }

            return 1;
        }

        var today = DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        return work(SnapshotReader.Options(folder, shop), app.Services.GetRequiredService<SnapshotReader>().Values(policies, shop), date ?? today);
    }
}
