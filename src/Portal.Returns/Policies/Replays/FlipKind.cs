namespace Portal.Returns.Policies;

/// <summary>How a decision changes under another policy, the gravest first. A decision may change in several ways.</summary>
public enum FlipKind
{
    GrantedToRefused,
    RefusedToGranted,
    ApprovedToReview,
    ReviewToApproved,
    HigherFees,
    LowerFees,
    LowerBonus,
    HigherBonus,
    ReturnlessToSendBack,
    SendBackToReturnless,
    OtherResolutions,
    LaterRefund,
    EarlierRefund,
    OtherMeansFirst,
    EarlierDeadline,
    LaterDeadline,
}
