namespace Portal.Returns.Cases;

/// <summary>Where the money of a case is: the most urgent of its refunds, which move by <see cref="Refunds.RefundTransitions"/>. Only <see cref="Succeeded"/> may be called refunded.</summary>
public enum MoneyState
{
    None,

    /// <summary>Stored, not yet sent.</summary>
    Planned,
    Sending,

    /// <summary>Sent, but the answer was lost: the provider is asked what happened.</summary>
    Unknown,

    /// <summary>The provider has taken it on.</summary>
    Pending,

    /// <summary>The shopper must do something for it, such as give an account.</summary>
    RequiresAction,
    Succeeded,
    Failed,

    /// <summary>Called off before any of it moved.</summary>
    Canceled,
}
