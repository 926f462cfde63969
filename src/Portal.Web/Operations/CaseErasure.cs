using Microsoft.EntityFrameworkCore;
using Portal.Web.Cases;
using Portal.Web.Data;

namespace Portal.Web.Operations;

/// <summary>Cases keep what was decided and paid; what was written from one person to another goes. Withdrawals keep their day. Drafts go whole.</summary>
public sealed class CaseErasure(PortalDbContext database) : IErasure
{
    public async Task EraseAsync(ToForget people, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(people);
        var (orders, withdrawals) = (people.Orders, people.Withdrawals);
        await database.Cases.Where(@case => orders.Contains(@case.OrderId)).ExecuteUpdateAsync(
            set => set
                .SetProperty(@case => @case.Message, (string?)null)
                .SetProperty(@case => @case.Answer, (string?)null)
                .SetProperty(@case => @case.Contact, (string?)null)
                .SetProperty(@case => @case.Version, @case => @case.Version + 1),
            cancellation);
        // Who got a gift is not whose order it is.
        var emails = people.Emails;
        await database.Cases.Where(@case => @case.Contact != null && emails.Contains(@case.Contact)).ExecuteUpdateAsync(
            set => set.SetProperty(@case => @case.Contact, (string?)null).SetProperty(@case => @case.Version, @case => @case.Version + 1),
            cancellation);
        await database.Set<TimelineEvent>()
            .Where(happened => database.Cases.Any(@case => @case.Id == happened.CaseId && orders.Contains(@case.OrderId)))
            .ExecuteUpdateAsync(set => set.SetProperty(happened => happened.PaymentLabel, (string?)null), cancellation);
        await database.Drafts.Where(draft => orders.Contains(draft.OrderId)).ExecuteDeleteAsync(cancellation);
        await database.Withdrawals.Where(withdrawal => withdrawals.Contains(withdrawal.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(withdrawal => withdrawal.Name, "").SetProperty(withdrawal => withdrawal.Contract, "").SetProperty(withdrawal => withdrawal.Email, ""),
            cancellation);
    }
}
