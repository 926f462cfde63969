namespace Portal.Returns.Policies;

/// <summary>What a replay found. Tallies of parts add up to the tally of the whole, in any order.</summary>
public sealed class ReplayTally
{
    private readonly SortedDictionary<FlipKind, FlipCount> _flips = [];

    /// <summary>Decisions of stored cases.</summary>
    public int Stored { get; private set; }

    /// <summary>Decisions of orders without a case.</summary>
    public int Assumed { get; private set; }

    /// <summary>Decisions that the new policy says nothing to, because it is for other markets.</summary>
    public int Elsewhere { get; private set; }

    /// <summary>Stored decisions that could not be read.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Decisions that change in at least one way.</summary>
    public int Flipped { get; private set; }

    public int Decided => Stored + Assumed;

    /// <summary>The changes, the gravest first.</summary>
    public IReadOnlyDictionary<FlipKind, FlipCount> Flips => _flips;

    public void AddUnreadable() => Unreadable++;

    public void Add(ReplayTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Stored += other.Stored;
        Assumed += other.Assumed;
        Elsewhere += other.Elsewhere;
        Unreadable += other.Unreadable;
        Flipped += other.Flipped;
        foreach (var (kind, count) in other._flips)
        {
            Of(kind).Add(count);
        }
    }

    internal void AddElsewhere() => Elsewhere++;

    internal void AddDecided(bool isStored, bool isFlipped)
    {
        _ = isStored ? Stored++ : Assumed++;
        Flipped += isFlipped ? 1 : 0;
    }

    internal void Add(FlipKind kind, FlipExample example) => Of(kind).Add(example.Amount, example);

    private FlipCount Of(FlipKind kind) => _flips.TryGetValue(kind, out var known) ? known : _flips[kind] = new FlipCount();
}
