namespace Portal.Returns.Policies.Proof;

/// <summary>Something that a request may show of a policy.</summary>
/// <param name="Kind">What is found when one does.</param>
/// <param name="Rule">The rule that it is about, or null for a whole question.</param>
/// <param name="Message">What is said then, a sentence without a full stop.</param>
/// <param name="Wanted">The requests that may show it.</param>
/// <param name="Shows">Whether a request really does, by what the engine makes of it.</param>
internal sealed record Claim(FindingKind Kind, Rule? Rule, string Message, Formula Wanted, Func<Witness, bool> Shows)
{
    /// <summary>The question, where no rule tells.</summary>
    public Question? Question { get; init; }

    /// <summary>The other rule of a contradiction.</summary>
    public Rule? Other { get; init; }

    /// <summary>The rules whose facts an example names.</summary>
    public IReadOnlyList<Rule> About { get; init; } = [];

    /// <summary>What the message says besides about a request that shows it.</summary>
    public Func<Witness, string?> Detail { get; init; } = _ => null;
}
