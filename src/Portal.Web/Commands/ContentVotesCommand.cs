using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Portal.Web.Content;

namespace Portal.Web.Commands;

/// <summary><c>content votes</c>: what readers say of the articles.</summary>
internal static class ContentVotesCommand
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create()
    {
        var since = ContentSite.Date("--since", "The first day that counts, such as 2026-11-01; all days unless given.");
        var isJson = new Option<bool>("--json") { Description = "As JSON." };
        var command = new Command("votes", "Tells how many readers each article has helped, and why not; those that helped least first.") { since, isJson };
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var day = parsed.GetValue(since) is { } first ? LocalDate.FromDateOnly(first) : (LocalDate?)null;
            var counts = (await services.GetRequiredService<ArticleVotes>().ReadAsync(day, cancellation))
                .OrderByDescending(row => row.Counts[Vote.No] - row.Counts[Vote.Yes])
                .ToList();
            if (parsed.GetValue(isJson))
            {
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(counts, Written));
                return 0;
            }

            foreach (var (article, locale, said) in counts)
            {
                var reasons = said.Where(one => one.Key is not (Vote.Yes or Vote.No) && one.Value > 0).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}"));
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{locale}  {article,-44}  yes {said[Vote.Yes],5}  no {said[Vote.No],5}  {string.Join(", ", reasons)}").TrimEnd());
            }

            await Console.Error.WriteLineAsync(FormattableString.Invariant($"{counts.Count} articles with votes"));
            return 0;
        });
        return command;
    }
}
