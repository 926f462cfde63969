using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>What a rule answers; <see cref="ToString"/> gives it as one line of the policy language.</summary>
public abstract record Answer
{
    /// <summary>Its keys and values in a rule.</summary>
    internal abstract IReadOnlyList<(string Key, string Value)> Entries { get; }

    public sealed override string ToString() => string.Join(", ", Entries.Select(entry => $"{entry.Key}: {entry.Value}"));

    /// <summary>The answer with every value fixed for one situation.</summary>
    /// <param name="at">The situation.</param>
    /// <param name="used">Takes the facts that were read for it.</param>
    /// <exception cref="InvalidOperationException">A value is missing in the market, or is in another currency than the order.</exception>
    internal virtual Answer In(Situation at, ref IReadOnlyList<UsedFact> used) => this;
}
