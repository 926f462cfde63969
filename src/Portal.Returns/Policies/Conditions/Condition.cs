using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>When a rule matches. A condition that cannot be judged throws; its rule is then never an approval.</summary>
public abstract record Condition
{
    /// <summary>The names of all facts that it may read.</summary>
    public abstract IEnumerable<string> FactNames { get; }

    /// <summary>It as one line of the policy language, which reads back as the same.</summary>
    public virtual string Text => $"{{ {Entry.Key}: {Entry.Value} }}";

    /// <summary>Its key and value in a mapping of conditions.</summary>
    internal abstract (string Key, string Value) Entry { get; }

    /// <exception cref="InvalidOperationException">It cannot be judged: a bound has no value for the market, or is in another currency.</exception>
    internal abstract bool Holds(FactLookup facts);

    /// <summary>Whether it holds, as <see cref="Holds"/> says, and why. It reads the same facts in the same order.</summary>
    internal abstract ConditionOutcome Explain(FactLookup facts);
}

/// <summary>Whether a condition holds, and by which facts.</summary>
/// <param name="Holds">It does.</param>
/// <param name="Used">The facts that were read.</param>
/// <param name="Failed">The first fact that made it not hold, or null.</param>
/// <param name="Wanted">What that fact should have been, or null when it holds.</param>
internal readonly record struct ConditionOutcome(bool Holds, IReadOnlyList<UsedFact> Used, UsedFact? Failed = null, Wanted? Wanted = null);
