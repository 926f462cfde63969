using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Statutes;

/// <summary>By when the law wants the money back.</summary>
public static class RefundClock
{
    /// <summary>
    /// The last legal day of a refund to a consumer who gave notice on a day of the market's zone: for a withdrawal, and for a
    /// return that could have been one. Null where no law names a number of days. Where goods come back first, the shop may
    /// wait for them or for proof of sending beyond this day (Directive 2011/83, article 13(3)).
    /// </summary>
    public static LocalDate? DueOn(OrderFacts facts, IReadOnlyList<Decision> decisions, LocalDate noticeOn)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(decisions);
        return decisions.Any(IsWithdrawal) ? DueOn(facts.Market, facts.IsConsumer, noticeOn) : null;
    }

    /// <summary>The last legal day of the refund of a contract that was withdrawn from on a day of the market's zone. Null where no law names a number of days.</summary>
    public static LocalDate? DueOn(string market, bool isConsumer, LocalDate noticeOn) =>
        isConsumer && StatuteBook.For(market)?.RefundDays is { } days ? noticeOn.PlusDays(days) : null;

    private static bool IsWithdrawal(Decision decision) => decision.Kind == RequestKind.Withdrawal || decision.Other is { Kind: RequestKind.Withdrawal, Verdict: not Verdict.Refused };
}
