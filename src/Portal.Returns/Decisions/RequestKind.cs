namespace Portal.Returns.Decisions;

/// <summary>What a request is in law. The shopper never picks it; the engine derives it from the reason and the facts.</summary>
public enum RequestKind
{
    /// <summary>What the shop grants.</summary>
    Return,

    /// <summary>The right the law gives a consumer for some days, no reason asked.</summary>
    Withdrawal,

    /// <summary>Damaged, defective, wrong, missing, late or not as described.</summary>
    Claim,
}
