using NodaTime;
using Portal.Returns.Decisions;
using Portal.Web.Content;
using Portal.Web.Orders;

namespace Portal.Web.Cases;

/// <summary>Asks the engine with the snapshot of the request and the time of day.</summary>
public sealed class Judge(Snapshot snapshot, TimeProvider clock)
{
    /// <summary>The decision for one piece, or for <paramref name="quantity"/> pieces, of a line, now.</summary>
    public Decision Decide(LoadedOrder order, string lineId, Reason reason, int quantity = 1) => ReturnEngine.Decide(
        snapshot.Policies,
        order.Facts,
        new ReturnRequest(lineId, quantity, reason),
        Instant.FromDateTimeOffset(clock.GetUtcNow()));
}
