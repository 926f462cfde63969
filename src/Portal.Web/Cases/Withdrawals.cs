using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Statutes;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Cases;

/// <summary>What a consumer declares when withdrawing: no more than the law lets the shop ask for.</summary>
/// <param name="Name">Who withdraws.</param>
/// <param name="Contract">An order number, or words that name the contract.</param>
/// <param name="Email">Where the acknowledgement may go.</param>
public sealed record WithdrawalStatement(string Name, string Contract, string Email);

/// <summary>Stores withdrawals and finds them again.</summary>
public sealed class Withdrawals(PortalDbContext database, Snapshot snapshot, Mails mails, TimeProvider clock)
{
    /// <summary>Stores a confirmed withdrawal with date and time, and the mail that acknowledges it. A second confirmation with the same id changes nothing.</summary>
    public async Task<Withdrawal> StoreAsync(Guid id, WithdrawalStatement statement, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, cancellation) is { } earlier)
        {
            return earlier;
        }

        var number = OrderNumber.Normalize(statement.Contract);
        var email = EmailAddress.Normalize(TypedText.Clean(statement.Email));
        var receivedAt = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var named = await database.Orders
            .Where(order => order.Number == number && order.Email == email)
            .Select(order => new { order.Id, order.Market, order.IsConsumer })
            .SingleOrDefaultAsync(cancellation);
        var stored = new Withdrawal
        {
            Id = id,
            Name = TypedText.Clean(statement.Name),
            Contract = TypedText.Clean(statement.Contract),
            Email = TypedText.Clean(statement.Email),
            Locale = Locale.Current.Code,
            ReceivedAt = receivedAt,
            OrderId = named?.Id,
            RefundDueOn = named is null ? EarliestDay(receivedAt) : RefundClock.DueOn(named.Market, named.IsConsumer, Day(named.Market, receivedAt)),
        };
        database.Withdrawals.Add(stored);
        mails.AddWithdrawalAcknowledged(stored);
        try
        {
            await database.SaveChangesAsync(cancellation);
            return stored;
        }
        catch (DbUpdateException fault)
        {
            database.ChangeTracker.Clear();
            return await FindAsync(id, cancellation) ?? throw new InvalidOperationException("The withdrawal could not be stored.", fault);
        }
    }

    /// <summary>The withdrawal with this id, or null.</summary>
    public Task<Withdrawal?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        database.Withdrawals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);

    // Until somebody knows whose contract it is, the strictest law counts.
    private LocalDate? EarliestDay(Instant receivedAt) =>
        snapshot.Site.Markets.Keys.Select(market => RefundClock.DueOn(market, isConsumer: true, Day(market, receivedAt))).Min();

    private LocalDate Day(string market, Instant at) => at.InZone(snapshot.Zone(market)).Date;
}
