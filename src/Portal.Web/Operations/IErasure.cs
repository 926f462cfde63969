namespace Portal.Web.Operations;

/// <summary>Takes what tells of a person out of one room's rows and leaves the books: amounts, units, decisions and refunds stay. Registered as <c>AddScoped&lt;IErasure, …&gt;()</c>.</summary>
public interface IErasure
{
    /// <summary>Erases, within the transaction of <see cref="Forgetting"/>. Harmless to repeat.</summary>
    Task EraseAsync(ToForget people, CancellationToken cancellation);
}

/// <summary>Whom to forget.</summary>
/// <param name="Orders">Ids of their orders.</param>
/// <param name="Withdrawals">Ids of their withdrawals, also of those that name no order.</param>
/// <param name="Emails">Their addresses, normalized.</param>
public sealed record ToForget(IReadOnlyCollection<Guid> Orders, IReadOnlyCollection<Guid> Withdrawals, IReadOnlyCollection<string> Emails)
{
    public bool IsNobody => Orders.Count == 0 && Withdrawals.Count == 0 && Emails.Count == 0;
}
