using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Portal.Returns.Policies;

namespace Portal.Benchmarks;

/// <summary>A replay of 100,000 orders that are in memory, on two cores. Wanted: under two seconds.</summary>
internal static class ReplayBenchmark
{
    private const int Orders = 100_000;

    private const int Rounds = 3;

    public static Task RunAsync()
    {
        var set = DecisionSet.Load(Orders);
        var candidate = DecisionSet.Read(set.Policy.Text.Replace("days: 30", "days: 20", StringComparison.Ordinal));
        var replay = new PolicyReplay(new PolicyBook([set.Policy]), candidate);
        var (seconds, cores) = (new List<double>(), new List<double>());
        ReplayTally tally = new();
        for (var round = 0; round <= Rounds; round++)
        {
            var cpu = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.GetTimestamp();
            tally = Run(replay, set);
            seconds.Add(Stopwatch.GetElapsedTime(watch).TotalSeconds);
            cores.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }

        var (median, busy) = (seconds.Skip(1).Order().ElementAt(Rounds / 2), cores.Skip(1).Order().ElementAt(Rounds / 2));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"replay: {Orders} orders, {tally.Decided} requests each decided twice, {tally.Flipped} flip: {median:0.00} s on two cores (first {seconds[0]:0.00} s; processor {busy:0.00} s), {2 * tally.Decided / median:0} decisions/s"));
        return Task.CompletedTask;
    }

    private static ReplayTally Run(PolicyReplay replay, DecisionSet set)
    {
        var whole = new ReplayTally();
        Parallel.ForEach(Partitioner.Create(0, set.Orders.Count, 500), new ParallelOptions { MaxDegreeOfParallelism = 2 }, range =>
        {
            var part = new ReplayTally();
            for (var i = range.Item1; i < range.Item2; i++)
            {
                foreach (var asked in ReplayCase.Assumed(set.Orders[i]))
                {
                    replay.Run(asked, part);
                }
            }

            lock (whole)
            {
                whole.Add(part);
            }
        });
        return whole;
    }
}
