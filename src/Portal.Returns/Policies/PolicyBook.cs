using NodaTime;

namespace Portal.Returns.Policies;

/// <summary>All policy documents of a shop, past, present and announced.</summary>
public sealed class PolicyBook(IEnumerable<Policy> policies)
{
    public static PolicyBook Empty { get; } = new([]);

    /// <summary>Every document; the order of the files does not matter.</summary>
    public IReadOnlyList<Policy> Policies { get; } =
        [.. policies.OrderBy(policy => policy.From).ThenBy(policy => policy.Name, StringComparer.Ordinal).ThenBy(policy => policy.Hash, StringComparer.Ordinal)];

    /// <summary>True when both begin on the same day and neither goes before the other in some market: which one decides would be chance.</summary>
    public static bool Clash(Policy left, Policy right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.From == right.From && (left.Markets, right.Markets) switch
        {
            (null, null) => true,
            ({ } mine, { } theirs) => mine.Intersect(theirs, StringComparer.Ordinal).Any(),
            _ => false,
        };
    }

    /// <summary>
    /// The document that decides an order placed on this day, or null: the latest that was in force in the market.
    /// A document that names its markets goes before one that holds for all.
    /// </summary>
    public Policy? InForce(string market, LocalDate placed)
    {
        // The latest come last.
        Policy? found = null;
        for (var i = 0; i < Policies.Count; i++)
        {
            var policy = Policies[i];
            if (policy.From <= placed && (policy.Markets is null ? found?.Markets is null : policy.Markets.Contains(market, StringComparer.Ordinal)))
            {
                found = policy;
            }
        }

        return found;
    }
}
