using NodaTime;

namespace Portal.Returns.Decisions;

/// <summary>Which of two judgements is better for the shopper.</summary>
internal static class Preference
{
    /// <summary>
    /// The better one, with the other kept in it: by verdict, then the one that offers money back at all, then lower fees,
    /// then the one that does not hold the money back for an inspection, which no law of withdrawal allows, then the later deadline, where none is latest.
    /// When all are equal, or both refuse, it is the shop's own return, which asks for fewer formalities.
    /// </summary>
    public static Decision Better(Decision asReturn, Decision asWithdrawal) => Compare(asWithdrawal, asReturn) < 0
        ? asWithdrawal with { Other = asReturn }
        : asReturn with { Other = asWithdrawal };

    private static int Compare(Decision left, Decision right)
    {
        if (left.Verdict != right.Verdict)
        {
            return left.Verdict.CompareTo(right.Verdict);
        }

        if (left.Verdict == Verdict.Refused)
        {
            return 0;
        }

        var refund = right.Resolutions.Contains(Resolution.Refund).CompareTo(left.Resolutions.Contains(Resolution.Refund));
        if (refund != 0)
        {
            return refund;
        }

        var fees = Fees(left).CompareTo(Fees(right));
        if (fees != 0)
        {
            return fees;
        }

        var inspection = (left.RefundWhen == RefundMoment.Inspected).CompareTo(right.RefundWhen == RefundMoment.Inspected);
        return inspection != 0 ? inspection : -(left.Deadline ?? LocalDate.MaxIsoValue).CompareTo(right.Deadline ?? LocalDate.MaxIsoValue);
    }

    private static long Fees(Decision decision) => decision.Fees.Aggregate(0L, (sum, fee) => checked(sum + fee.Amount.Minor));
}
