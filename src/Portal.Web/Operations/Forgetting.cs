using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Refunds;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Operations;

/// <param name="People">Whom to forget.</param>
/// <param name="Kept">Numbers of orders that must wait: a case of theirs is open, a withdrawal waits for the shop, or money is still on its way.</param>
/// <param name="Others">How many gifts and mails know their address, beside their own orders.</param>
/// <param name="Waiting">How many withdrawals that name no order wait for the shop, and so must be kept.</param>
public sealed record ForgetPlan(ToForget People, IReadOnlyList<string> Kept, int Others = 0, int Waiting = 0);

/// <summary>Erases people and keeps the books.</summary>
public sealed class Forgetting(PortalDbContext database, IEnumerable<IErasure> rooms, ILogger<Forgetting> log)
{
    private static readonly CaseState[] OpenCases = [CaseState.NeedsReview, CaseState.Open];

    private static readonly RefundState[] MovingRefunds = [RefundState.Planned, RefundState.Sending, RefundState.Unknown, RefundState.Pending, RefundState.RequiresAction];

    /// <summary>Everything of one e-mail address.</summary>
    public async Task<ForgetPlan> PlanByEmailAsync(string email, CancellationToken cancellation)
    {
        var normalized = EmailAddress.Normalize(email);
        if (normalized.Length == 0)
        {
            return new ForgetPlan(new ToForget([], [], []), []);
        }

        var orders = await database.Orders.Where(order => order.Email == normalized).Select(order => order.Id).ToListAsync(cancellation);
        // Withdrawals keep an address as it was typed.
        var withdrawals = new List<Guid>();
        var waiting = 0;
        await foreach (var row in database.Withdrawals.Where(row => row.Email != "").Select(row => new { row.Id, row.Email, IsWaiting = row.OrderId == null && row.HandledAt == null }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!string.Equals(EmailAddress.Normalize(row.Email), normalized, StringComparison.Ordinal))
            {
                continue;
            }

            if (row.IsWaiting)
            {
                waiting++;
            }
            else
            {
                withdrawals.Add(row.Id);
            }
        }

        var others = await database.Cases.CountAsync(@case => @case.Contact == normalized, cancellation)
            + await database.Mails.CountAsync(mail => mail.To == normalized, cancellation);
        return (await PlanAsync(orders, withdrawals, waiting == 0 ? [normalized] : [], cancellation)) with { Others = others, Waiting = waiting };
    }

    /// <summary>Everything of one order.</summary>
    public async Task<ForgetPlan> PlanByOrderAsync(string number, CancellationToken cancellation)
    {
        var normalized = OrderNumber.Normalize(number);
        return await PlanAsync(await database.Orders.Where(order => order.Number == normalized).Select(order => order.Id).ToListAsync(cancellation), [], [], cancellation);
    }

    /// <summary>Everything about which nothing has happened since <paramref name="before"/>, some at a time.</summary>
    public async Task<ForgetPlan> PlanOlderAsync(Instant before, int most, CancellationToken cancellation)
    {
        var orders = await database.Orders
            .Where(order => order.Email != "" && order.PlacedAt < before
                && !database.Cases.Any(@case => @case.OrderId == order.Id && (OpenCases.Contains(@case.State) || @case.OpenedAt >= before || @case.Events.Any(happened => happened.At >= before)))
                && !database.Refunds.Any(refund => refund.OrderId == order.Id && MovingRefunds.Contains(refund.State))
                && !database.Withdrawals.Any(withdrawal => withdrawal.OrderId == order.Id && (withdrawal.ReceivedAt >= before || withdrawal.HandledAt == null)))
            .OrderBy(order => order.PlacedAt)
            .Select(order => order.Id)
            .Take(most)
            .ToListAsync(cancellation);
        var withdrawals = await database.Withdrawals
            .Where(withdrawal => withdrawal.OrderId == null && withdrawal.Email != "" && withdrawal.ReceivedAt < before && withdrawal.HandledAt != null)
            .Select(withdrawal => withdrawal.Id)
            .Take(most)
            .ToListAsync(cancellation);
        return await PlanAsync(orders, withdrawals, [], cancellation);
    }

    /// <summary>Erases, all or nothing.</summary>
    public async Task ForgetAsync(ForgetPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.People.IsNobody)
        {
            return;
        }

        await using (var transaction = await database.Database.BeginTransactionAsync(cancellation))
        {
            foreach (var room in rooms)
            {
                await room.EraseAsync(plan.People, cancellation);
            }

            await transaction.CommitAsync(cancellation);
        }

        if (database.Database.IsSqlite())
        {
            // The log still holds what was there before.
            await database.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        }

        log.LogInformation("Forgot the people of {Orders} orders and {Withdrawals} withdrawals.", plan.People.Orders.Count, plan.People.Withdrawals.Count);
    }

    private async Task<ForgetPlan> PlanAsync(IReadOnlyCollection<Guid> orders, IReadOnlyCollection<Guid> withdrawals, IReadOnlyCollection<string> emails, CancellationToken cancellation)
    {
        var kept = await database.Orders
            .Where(order => orders.Contains(order.Id)
                && (database.Cases.Any(@case => @case.OrderId == order.Id && OpenCases.Contains(@case.State))
                    || database.Withdrawals.Any(withdrawal => withdrawal.OrderId == order.Id && withdrawal.HandledAt == null)
                    || database.Refunds.Any(refund => refund.OrderId == order.Id && MovingRefunds.Contains(refund.State))))
            .Select(order => new { order.Id, order.Number })
            .ToListAsync(cancellation);
        var keptIds = kept.ConvertAll(order => order.Id);
        var forgotten = orders.Except(keptIds).ToList();
        var ofOrders = await database.Withdrawals
            .Where(withdrawal => withdrawal.OrderId != null && forgotten.Contains(withdrawal.OrderId.Value))
            .Select(withdrawal => withdrawal.Id)
            .ToListAsync(cancellation);
        var ofKept = await database.Withdrawals
            .Where(withdrawal => withdrawal.OrderId != null && keptIds.Contains(withdrawal.OrderId.Value))
            .Select(withdrawal => withdrawal.Id)
            .ToListAsync(cancellation);
        return new ForgetPlan(
            new ToForget(forgotten, withdrawals.Union(ofOrders).Except(ofKept).ToList(), kept.Count == 0 ? emails : []),
            kept.ConvertAll(order => order.Number));
    }
}
