using System.Diagnostics;

namespace Portal.Benchmarks;

/// <param name="PerSecond">Operations a second, over all clients.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record Measured(double PerSecond, double Median, double P99);

/// <summary>Several clients that work through a list as fast as they are answered.</summary>
internal static class Load
{
    public static async Task<Measured> RunAsync<T>(int clients, IReadOnlyList<T> items, Func<T, Task> work)
    {
        var times = new double[items.Count];
        var next = -1;
        var all = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (var index = Interlocked.Increment(ref next); index < items.Count; index = Interlocked.Increment(ref next))
            {
                var one = Stopwatch.GetTimestamp();
                await work(items[index]);
                times[index] = Stopwatch.GetElapsedTime(one).TotalMilliseconds;
            }
        })));
        var elapsed = all.Elapsed.TotalSeconds;
        Array.Sort(times);
        return new Measured(items.Count / elapsed, times[times.Length / 2], times[(int)(times.Length * .99)]);
    }
}
