using NodaTime.Text;
using Portal.Web.Operations;

namespace Portal.Web.Cases;

/// <summary>Says when statements of withdrawal wait though their last legal day is near or past.</summary>
public sealed class DueWithdrawals(LegalClock clock) : IConcern
{
    public async Task<string?> LookAsync(CancellationToken cancellation) => await clock.NearingWithdrawalsAsync(cancellation) is { Count: > 0 } near
        ? FormattableString.Invariant($"Withdrawals that wait for the shop: {near.Count}. The law wants the refund of the first by {LocalDatePattern.Iso.Format(near[0].RefundDueOn!.Value)}: 'withdrawals list'.")
        : null;
}
