using Portal.Returns.Decisions;
using Portal.Returns.Statutes;

namespace Portal.Returns.Policies;

/// <summary>
/// The values that articles quote, by name: <c>{policy}.window</c>, <c>{policy}.window.{rule}</c>, <c>{policy}.window.{rule}.until</c>,
/// <c>{policy}.limits.{limit}</c>, <c>{policy}.fees.{rule}.{fee}</c>, <c>{policy}.resolutions.{rule}.bonus</c>, and <c>law.withdrawal</c>, the days that the law of a market grants.
/// </summary>
public static class PolicyValues
{
    private const string Law = "law.withdrawal";

    /// <summary>Every name, whether or not it has a value in some market.</summary>
    public static IReadOnlyList<string> Names(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return [.. All(policy).Select(entry => entry.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The value in a market; null when the name is unknown or has no value there.</summary>
    public static PolicyValue? Find(Policy policy, string name, string market)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return All(policy).FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Find?.Invoke(market);
    }

    private static IEnumerable<(string Name, Func<string, PolicyValue?> Find)> All(Policy policy)
    {
        yield return ($"{policy.Name}.window", market => UsualWindow(policy, market));
        foreach (var rule in policy.Ask(Question.Window))
        {
            var window = (WindowAnswer)rule.Answer;
            yield return ($"{policy.Name}.window.{rule.Id}", market => Days(window, market));
            if (window.NotBefore is { } until)
            {
                yield return ($"{policy.Name}.window.{rule.Id}.until", market => until.Find(market) is { } day ? new PolicyValue.Day(day) : null);
            }
        }

        foreach (var limit in policy.Limits)
        {
            yield return ($"{policy.Name}.limits.{limit.Name}", market => limit switch
            {
                Limit.OfNumber number => number.Value.Find(market) is { } value ? new PolicyValue.Number(value) : null,
                Limit.OfRate rate => Rate(rate.Value, market),
                Limit.OfAmount amount => amount.Value.Find(market) is { } value ? new PolicyValue.Amount(value) : null,
                _ => null,
            });
        }

        foreach (var rule in policy.Ask(Question.Fees))
        {
            foreach (var fee in ((Charge)rule.Answer).Fees)
            {
                yield return ($"{policy.Name}.fees.{rule.Id}.{fee.MessageKey}", market => Rate(fee.Amount, market));
            }
        }

        foreach (var rule in policy.Ask(Question.Resolutions))
        {
            if (((Offer)rule.Answer).Bonus is { } bonus)
            {
                yield return ($"{policy.Name}.resolutions.{rule.Id}.bonus", market => Rate(bonus, market));
            }
        }

        yield return (Law, market => StatuteBook.For(market) is { } law ? new PolicyValue.Days(law.WithdrawalDays) : null);
    }

    /// <summary>What holds for every return of the market: rules that ask for anything but the kind and the market are exceptions.</summary>
    private static PolicyValue.Days? UsualWindow(Policy policy, string market)
    {
        var facts = new FactLookup(market, fact => new FactValue.OfText(fact == FactCatalogue.Market ? market : nameof(RequestKind.Return)));
        var usual = policy.Ask(Question.Window).FirstOrDefault(rule =>
            rule.When.FactNames.All(name => string.Equals(name, FactCatalogue.Kind.Name, StringComparison.Ordinal) || string.Equals(name, FactCatalogue.Market.Name, StringComparison.Ordinal))
            && rule.When.Holds(facts));
        return usual is { Answer: WindowAnswer window } ? Days(window, market) : null;
    }

    private static PolicyValue? Rate(MarketValue<Rate> value, string market) => value.Find(market) switch
    {
        null => null,
        { Amount: { } amount } => new PolicyValue.Amount(amount),
        { } rate => new PolicyValue.Percent(rate.Percent),
    };

    private static PolicyValue.Days? Days(WindowAnswer window, string market) =>
        window.Days.Find(market) is { } days ? new PolicyValue.Days(days) : null;
}
