using NodaTime;
using Portal.Web.Operations;

namespace Portal.Web.Orders;

/// <summary>
/// Limits failed look-ups per network address and per order number, whether the order exists or not. A look-up is counted before it is made and given
/// back when it succeeds, so a burst at once gets no more guesses than one after the other.
/// <para>
/// A stranger who guesses at one order uses up that order's tries for everybody who has failed before, but not for a newcomer: an address without a failure
/// in its window still gets a try of its own, up to <see cref="FailuresPerOrderInAll"/> for the order. So whoever guesses from a few addresses never keeps
/// the shopper out; who has many keeps them out until the window ends, and sees at most <see cref="FailuresPerOrderInAll"/> answers in it.
/// </para>
/// </summary>
public sealed class LookupThrottle(Counters counters)
{
    /// <summary>After this many failures in one window an address waits for the next.</summary>
    public const int FailuresPerAddress = 20;

    /// <summary>After this many failures in one window an order number is closed to addresses that have failed before.</summary>
    public const int FailuresPerOrder = 10;

    /// <summary>After this many failures in one window an order number can be looked up by nobody.</summary>
    public const int FailuresPerOrderInAll = 20;

    /// <summary>How long failures count.</summary>
    public static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>Counts a look-up that is about to be made. False when this address or this number has failed too often.</summary>
    public async Task<bool> TryReserveAsync(string address, string number, CancellationToken cancellation)
    {
        var (byAddress, byOrder) = Keys(address, number);
        var isIn = await IsOpenAsync(byAddress, byOrder, cancellation) && await TryCountAsync(byAddress, byOrder, cancellation);
        PortalMetrics.LookupsRefused.Add(isIn ? 0 : 1);
        return isIn;
    }

    /// <summary>Takes back what <see cref="TryReserveAsync"/> counted: the look-up succeeded.</summary>
    public async Task GiveBackAsync(string address, string number, CancellationToken cancellation)
    {
        var (byAddress, byOrder) = Keys(address, number);
        await counters.GiveBackAsync(byAddress, cancellation);
        await counters.GiveBackAsync(byOrder, cancellation);
    }

    // A flood of refused look-ups reads and never writes.
    private async Task<bool> IsOpenAsync(string byAddress, string byOrder, CancellationToken cancellation)
    {
        var counts = await counters.CountAsync([byAddress, byOrder], Window, cancellation);
        return counts[0] < FailuresPerAddress && counts[1] < (counts[0] == 0 ? FailuresPerOrderInAll : FailuresPerOrder);
    }

    private async Task<bool> TryCountAsync(string byAddress, string byOrder, CancellationToken cancellation)
    {
        if (!await counters.TryCountAsync(byAddress, FailuresPerAddress, Window, cancellation))
        {
            return false;
        }

        if (await counters.TryCountAsync(byOrder, FailuresPerOrder, Window, cancellation)
            || (await counters.CountAsync([byAddress], Window, cancellation))[0] == 1 && await counters.TryCountAsync(byOrder, FailuresPerOrderInAll, Window, cancellation))
        {
            return true;
        }

        await counters.GiveBackAsync(byAddress, cancellation);
        return false;
    }

    private static (string Address, string Order) Keys(string address, string number) => ($"address:{ClientNetwork.Of(address)}", $"order:{number}");
}
