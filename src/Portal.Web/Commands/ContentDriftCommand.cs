using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Drift;

namespace Portal.Web.Commands;

/// <summary><c>content drift</c>: which translations are missing or behind, and by which sections; or marks them as current.</summary>
internal static class ContentDriftCommand
{
    private const string Everything = "all";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    public static Command Create()
    {
        var root = ContentSite.Root();
        var json = new Option<bool>("--json") { Description = "Writes JSON instead of a table." };
        var accept = new Option<string?>("--accept") { Description = "Marks the translations of this article (returns/how-to-return, or all) as made from what the original says now." };
        var locale = new Option<string?>("--locale") { Description = "Only this locale." };
        var reason = new Option<string?>("--reason") { Description = "Why a translation that was not touched still holds; kept in its front matter." };
        var drift = new Command("drift", "Lists translations that are missing or behind their original, with the sections.") { root, json, accept, locale, reason };
        drift.SetWork(root, null, (parsed, options, values, today) =>
            parsed.GetValue(accept) is { } key
                ? Accept(options, values, today, key, parsed.GetValue(locale), parsed.GetValue(reason))
                : List(DriftReport.Of(options, values, today), parsed.GetValue(locale), parsed.GetValue(json)));
        return drift;
    }

    private static int List(IReadOnlyList<DriftEntry> all, string? locale, bool asJson)
    {
        var entries = all.Where(entry => IsMeant(entry.Locale, locale) && entry.State != DriftState.Current).ToList();
        if (asJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(entries, Json));
            return 0;
        }

        foreach (var entry in entries)
        {
            Console.Out.WriteLine($"{entry.Locale}  {entry.State,-10}  {entry.Key}{(entry.Sections.Count > 0 ? $": {string.Join(", ", entry.Sections)}" : "")}{(entry.BearsPolicy ? "  (readers are warned)" : "")}");
        }

        Console.Out.WriteLine(FormattableString.Invariant($"{all.Count(entry => entry.State == DriftState.Missing && IsMeant(entry.Locale, locale))} missing, {entries.Count(entry => entry.State == DriftState.Behind)} behind, {entries.Count(entry => entry.State == DriftState.Unrecorded)} unrecorded"));
        return 0;
    }

    private static int Accept(LibraryOptions options, IPolicyValues values, DateOnly today, string key, string? locale, string? reason)
    {
        var isEverything = string.Equals(key, Everything, StringComparison.Ordinal);
        var known = DriftReport.Of(options, values, today).Where(entry => entry.State != DriftState.Missing && (isEverything || string.Equals(entry.Key, key, StringComparison.Ordinal)) && IsMeant(entry.Locale, locale)).ToList();
        if (known.Count == 0)
        {
            Console.Error.WriteLine($"There is no translation of '{key}'{(locale is null ? "" : $" into '{locale}'")}.");
            return 1;
        }

        var written = DriftAcceptance.Accept(options, values, today, (article, to) => (isEverything || string.Equals(article, key, StringComparison.Ordinal)) && IsMeant(to, locale), reason);
        foreach (var file in written)
        {
            Console.Out.WriteLine(file);
        }

        Console.Out.WriteLine(FormattableString.Invariant($"{written.Count} accepted, {known.Count - written.Count} were current"));
        return 0;
    }

    private static bool IsMeant(string locale, string? wanted) => wanted is null || string.Equals(locale, wanted, StringComparison.Ordinal);
}
