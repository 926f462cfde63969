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

    /// <summary>The law grants what the policy refused or charges for. <c>rule</c>: the rule's id; <c>reason</c>: its message key, a fee's key, or <c>resolutions</c>; <c>law</c>: the law's name.</summary>
    public const string LawOverrides = "law-overrides";

    /// <summary>The law holds the seller liable where the policy refused, or offers what the policy does not. <c>rule</c>, <c>law</c> as above; <c>reason</c>: its message key, or <c>resolutions</c>.</summary>
    public const string LawOverridesClaim = "law-overrides-claim";

    /// <summary>The law leaves no fee for a claim. <c>rule</c>, <c>law</c> as above; <c>reason</c>: the fee's key.</summary>
    public const string ClaimIsFree = "claim-is-free";

    /// <summary>A person carries out what the law grants. <c>law</c>: the law's name.</summary>
    public const string LegalRemedy = "legal-remedy";

    /// <summary>Granted as long as the seal is unbroken, which only the receipt can tell. No arguments.</summary>
    public const string SealUnbroken = "seal-unbroken";

    /// <summary>The item is made to measure, which the law exempts. No arguments.</summary>
    public const string MadeToMeasure = "made-to-measure";

    /// <summary>The law exempts the item. <c>exemption</c>: the tag that says so.</summary>
    public const string LawException = "law-exception";

    /// <summary>The law's right is a consumer's; this order is a business's. No arguments.</summary>
    public const string BusinessBuyer = "business-buyer";
}
