using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Cases;

/// <summary>
/// Decides again what the database holds, by the policies as they are and by a new one: stored cases at their own instants with the facts of then,
/// orders without a case as <see cref="ReplayCase.Assumed"/> says. However many there are, only a few batches are in memory.
/// </summary>
public sealed class Replays(PortalDbContext database, OrderReader orders, Snapshot snapshot)
{
    private const int Batch = 500;

    /// <summary>Replays cases opened and orders placed since then, on every core.</summary>
    /// <param name="candidate">The new policy.</param>
    /// <param name="since">The first instant.</param>
    /// <param name="report">Hears how many decisions were made, after every batch; one call at a time.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<ReplayTally> RunAsync(Policy candidate, Instant since, Action<int> report, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var replay = new PolicyReplay(snapshot.Policies, candidate);
        var whole = new ReplayTally();
        await Parallel.ForEachAsync(BatchesAsync(since, cancellation), cancellation, (batch, _) =>
        {
            var part = Run(replay, batch);
            lock (whole)
            {
                whole.Add(part);
                report(whole.Decided);
            }

            return ValueTask.CompletedTask;
        });
        return whole;
    }

    private static ReplayTally Run(PolicyReplay replay, ReplayBatch batch)
    {
        var tally = new ReplayTally();
        foreach (var json in batch.Decisions)
        {
            ReplayCase asked;
            try
            {
                asked = ReplayCase.Of(StoredDecision.Read(json));
            }
            catch (FormatException)
            {
                tally.AddUnreadable();
                continue;
            }

            replay.Run(asked, tally);
        }

        foreach (var assumed in batch.Orders.SelectMany(ReplayCase.Assumed))
        {
            replay.Run(assumed, tally);
        }

        return tally;
    }

    private async IAsyncEnumerable<ReplayBatch> BatchesAsync(Instant since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var decisions = new List<string>(Batch);
        var stored = database.Cases.AsNoTracking().Where(@case => @case.OpenedAt >= since).SelectMany(@case => @case.Lines.Select(line => line.Decision)).AsAsyncEnumerable();
        await foreach (var decision in stored.WithCancellation(cancellation))
        {
            decisions.Add(decision);
            if (decisions.Count == Batch)
            {
                yield return new ReplayBatch(decisions, []);
                decisions = new List<string>(Batch);
            }
        }

        yield return new ReplayBatch(decisions, []);
        await foreach (var batch in orders.WithoutCaseAsync(since, cancellation))
        {
            yield return new ReplayBatch([], batch);
        }
    }

    private sealed record ReplayBatch(IReadOnlyList<string> Decisions, IReadOnlyList<OrderFacts> Orders);
}
