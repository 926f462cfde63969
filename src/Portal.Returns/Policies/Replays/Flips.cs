using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>Finds in which ways two decisions of one request differ for the shopper.</summary>
internal static class Flips
{
    /// <summary>Each way with the money that it is about: the difference for fees and bonus, else null for what was paid for the pieces.</summary>
    public static IEnumerable<(FlipKind Kind, Money? Amount)> Between(Decision before, Decision after)
    {
        if (before.Verdict == Verdict.Refused || after.Verdict == Verdict.Refused)
        {
            if (before.Verdict != after.Verdict)
            {
                yield return (after.Verdict == Verdict.Refused ? FlipKind.GrantedToRefused : FlipKind.RefusedToGranted, null);
            }

            yield break;
        }

        if (before.Verdict != after.Verdict)
        {
            yield return (after.Verdict == Verdict.NeedsReview ? FlipKind.ApprovedToReview : FlipKind.ReviewToApproved, null);
        }

        if (Difference(Sum(before), Sum(after)) is { IsZero: false } fees)
        {
            yield return fees.Minor < 0 ? (FlipKind.LowerFees, -fees) : (FlipKind.HigherFees, fees);
        }

        if (Difference(before.Bonus?.Amount, after.Bonus?.Amount) is { IsZero: false } bonus)
        {
            yield return bonus.Minor < 0 ? (FlipKind.LowerBonus, -bonus) : (FlipKind.HigherBonus, bonus);
        }

        if (IsReturnless(before) != IsReturnless(after))
        {
            yield return (IsReturnless(after) ? FlipKind.SendBackToReturnless : FlipKind.ReturnlessToSendBack, null);
        }

        if (!before.Resolutions.SequenceEqual(after.Resolutions))
        {
            yield return (FlipKind.OtherResolutions, null);
        }

        if (before.RefundWhen != after.RefundWhen)
        {
            yield return (after.RefundWhen > before.RefundWhen ? FlipKind.LaterRefund : FlipKind.EarlierRefund, null);
        }

        if (!before.RefundFirst.SequenceEqual(after.RefundFirst, StringComparer.Ordinal))
        {
            yield return (FlipKind.OtherMeansFirst, null);
        }

        if (before.Deadline != after.Deadline)
        {
            // No deadline is the latest.
            yield return (before.Deadline is null || after.Deadline < before.Deadline ? FlipKind.EarlierDeadline : FlipKind.LaterDeadline, null);
        }
    }

    private static Money? Difference(Money? before, Money? after) => (before, after) switch
    {
        (null, null) => null,
        ({ } was, { } @is) => @is - was,
        (null, { } @is) => @is,
        ({ } was, null) => -was,
    };

    private static Money? Sum(Decision decision) =>
        decision.Fees.Count == 0 ? null : decision.Fees.Skip(1).Aggregate(decision.Fees[0].Amount, (sum, fee) => sum + fee.Amount);

    private static bool IsReturnless(Decision decision) => decision.Shipments.Count > 0 && !decision.Shipments.Contains(ShipmentMethod.SendBack);
}
