using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;

namespace Portal.Web.Cases;

/// <param name="Withdrawal">What was declared.</param>
/// <param name="OrderNumber">The order it names, when number and e-mail fit one.</param>
public sealed record ListedWithdrawal(Withdrawal Withdrawal, string? OrderNumber);

/// <summary>What a person does about statements of withdrawal: sees which wait, and says that one is seen to.</summary>
public sealed class WithdrawalDesk(PortalDbContext database, TimeProvider clock)
{
    /// <summary>The statements that wait, or all of them; oldest first.</summary>
    public async Task<IReadOnlyList<ListedWithdrawal>> ListAsync(bool isAll, CancellationToken cancellation = default) => await (
        from row in database.Withdrawals.AsNoTracking()
        where isAll || row.HandledAt == null
        orderby row.ReceivedAt
        select new ListedWithdrawal(row, database.Orders.Where(order => order.Id == row.OrderId).Select(order => order.Number).SingleOrDefault())).ToListAsync(cancellation);

    /// <summary>Somebody has seen to a statement; said again, the first time stays. False when there is no such statement.</summary>
    public async Task<bool> HandleAsync(Guid id, CancellationToken cancellation = default)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        return await database.Withdrawals
            .Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HandledAt, row => row.HandledAt ?? now), cancellation) == 1;
    }
}
