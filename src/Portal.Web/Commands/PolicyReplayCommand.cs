using System.CommandLine;
using System.Globalization;
using NodaTime;
using Portal.Returns.Policies;
using Portal.Web.Cases;

namespace Portal.Web.Commands;

/// <summary><c>policy replay</c>: what a new policy would have changed. Reads only.</summary>
public static class PolicyReplayCommand
{
    private const int LongestDays = 3660;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The new policy. It decides as if it had been in force for every order of its markets." };
        var since = new Option<string>("--since") { Description = "How far back, in days.", DefaultValueFactory = _ => "90d" };
        var json = new Option<bool>("--json") { Description = "Writes JSON instead of a table." };
        var command = new Command("replay", "Decides stored cases again, and orders without one as if their shoppers had changed their minds, and shows which decisions a new policy flips.") { file, since, json };
        command.SetWork((parsed, services, cancellation) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(since)!, parsed.GetValue(json), services, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, string since, bool isJson, IServiceProvider services, CancellationToken cancellation)
    {
        if (!since.EndsWith('d') || !int.TryParse(since[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is 0 or > LongestDays)
        {
            await Console.Error.WriteLineAsync($"'{since}' is no number of days: write 90d, from 1d to {LongestDays}d.");
            return 2;
        }

        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {Path.GetFullPath(file)}.");
            return 1;
        }

        var reading = PolicyReader.Read(file, await File.ReadAllTextAsync(file, cancellation));
        if (reading.Policy is not { } policy)
        {
            foreach (var error in reading.Errors)
            {
                await Console.Error.WriteLineAsync(error.ToString());
            }

            return 1;
        }

        var clock = services.GetRequiredService<TimeProvider>();
        var reported = clock.GetTimestamp();
        var first = Instant.FromDateTimeOffset(clock.GetUtcNow()) - Duration.FromDays(days);
        var tally = await services.GetRequiredService<Replays>().RunAsync(policy, first, Report, cancellation);
        await Console.Out.WriteAsync(isJson ? ReplayReport.Json(tally, policy) + Environment.NewLine : ReplayReport.Table(tally));
        return 0;

        void Report(int decided)
        {
            if (clock.GetElapsedTime(reported) > BetweenReports)
            {
                reported = clock.GetTimestamp();
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{decided} decisions …"));
            }
        }
    }
}
