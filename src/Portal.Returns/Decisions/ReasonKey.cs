namespace Portal.Returns.Decisions;

/// <summary>The message keys that the engine itself gives. All others are words of the policy and carry no arguments.</summary>
public static class ReasonKey
{
    /// <summary>The pieces have not left the shop yet. No arguments.</summary>
    public const string NotDelivered = "not-delivered";

    /// <summary>It is too late. <c>until</c>: the last day, ISO.</summary>
    public const string WindowOver = "window-over";

    /// <summary>Fewer pieces are left than asked for. <c>asked</c>, <c>left</c>: pieces; <c>left</c> may be 0.</summary>
    public const string AlreadyReturned = "already-returned";

    /// <summary>No rule answered. <c>question</c>: the question's name. Internal.</summary>
    public const string PolicyGap = "policy-gap";

    /// <summary>A rule could not be judged. <c>question</c>, <c>fault</c>. Internal.</summary>
    public const string PolicyFault = "policy-fault";

    /// <summary>No policy was in force when the order was placed. <c>placed</c>: that day, ISO. Internal.</summary>
    public const string NoPolicy = "no-policy";

    /// <summary>The law grants what the policy refused. <c>rule</c>: the rule's id; <c>reason</c>: its message key; <c>law</c>: the law's name.</summary>
    public const string LawOverrides = "law-overrides";

    /// <summary>Granted as long as the seal is unbroken, which only the receipt can tell. No arguments.</summary>
    public const string SealUnbroken = "seal-unbroken";

    /// <summary>The item is made to measure, which the law exempts. No arguments.</summary>
    public const string MadeToMeasure = "made-to-measure";

    /// <summary>The law exempts the item. <c>exemption</c>: the tag that says so.</summary>
    public const string LawException = "law-exception";

    /// <summary>The law's right is a consumer's; this order is a business's. No arguments.</summary>
    public const string BusinessBuyer = "business-buyer";
}
