using Portal.Returns.Policies;

namespace Portal.Returns.Decisions;

/// <summary>What a condition wanted, with the values of one market.</summary>
public sealed class Wanted
{
    private readonly Condition _condition;
    private readonly string _market;

    internal Wanted(Condition condition, string market, bool isNot = false) => (_condition, _market, IsNot) = (condition, market, isNot);

    /// <summary>It wanted that all of this does not hold.</summary>
    public bool IsNot { get; }

    /// <summary>All that was wanted of the fact; empty where it was wanted of several facts together.</summary>
    public IReadOnlyList<WantedPart> Parts => _condition is FactCondition fact ? fact.WantedIn(_market) : [];

    /// <summary>It in the policy language, such as <c>{ atMost: 25.00 EUR }</c> or <c>not final-sale</c>.</summary>
    public override string ToString()
    {
        var text = Parts switch
        {
            [] => _condition.Text,
            [{ Key: WantedKey.OneOf } only] => YamlWord.OneOrList(only.Values),
            var parts => WantedPart.Range(parts),
        };
        return IsNot ? $"not {text}" : text;
    }
}

/// <summary>One side of what was wanted.</summary>
/// <param name="Key">Which side.</param>
/// <param name="Values">Invariant texts: several for <see cref="WantedKey.OneOf"/>, else one.</param>
public sealed record WantedPart(WantedKey Key, IReadOnlyList<string> Values)
{
    internal static WantedPart OrUnknown { get; } = new(WantedKey.Unknown, ["true"]);

    /// <summary>A range in the policy language.</summary>
    internal static string Range(IEnumerable<WantedPart> parts) =>
        $"{{ {string.Join(", ", parts.Select(part => $"{Name(part.Key)}: {string.Join(", ", part.Values)}"))} }}";

    private static string Name(WantedKey key) => key switch
    {
        WantedKey.AtLeast => "atLeast",
        WantedKey.AtMost => "atMost",
        WantedKey.Above => "above",
        WantedKey.Below => "below",
        WantedKey.From => "from",
        WantedKey.To => "to",
        WantedKey.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };
}

/// <summary>How a value was wanted to compare.</summary>
public enum WantedKey
{
    OneOf,
    AtLeast,
    AtMost,
    Above,
    Below,
    From,
    To,

    /// <summary>That nobody knows the fact was wanted too.</summary>
    Unknown,
}
