namespace Portal.Returns.Policies;

/// <summary>The decisions that change in one way.</summary>
public sealed class FlipCount
{
    /// <summary>How many examples are kept.</summary>
    public const int Examples = 3;

    private readonly SortedDictionary<string, Money> _amounts = new(StringComparer.Ordinal);
    private readonly SortedSet<FlipExample> _first = new(FlipExample.InOrder);

    public int Count { get; private set; }

    /// <summary>The money that it is about, by currency in the order of the codes: the difference for fees and bonus, else what was paid for the pieces.</summary>
    public IReadOnlyCollection<Money> Amounts => _amounts.Values;

    /// <summary>The first few by number, line and time, in whatever order they were found.</summary>
    public IReadOnlyCollection<FlipExample> First => _first;

    internal void Add(Money amount, FlipExample example)
    {
        Count++;
        Add(amount);
        Add(example);
    }

    internal void Add(FlipCount other)
    {
        Count += other.Count;
        foreach (var amount in other.Amounts)
        {
            Add(amount);
        }

        foreach (var example in other.First)
        {
            Add(example);
        }
    }

    private void Add(Money amount) =>
        _amounts[amount.Currency.Code] = _amounts.TryGetValue(amount.Currency.Code, out var sum) ? sum + amount : amount;

    private void Add(FlipExample example)
    {
        _first.Add(example);
        if (_first.Count > Examples)
        {
            _first.Remove(_first.Max!);
        }
    }
}
