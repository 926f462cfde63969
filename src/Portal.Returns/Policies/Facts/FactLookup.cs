namespace Portal.Returns.Policies;

/// <summary>The facts of one situation, each read at most once.</summary>
internal sealed class FactLookup(string market, Func<Fact, FactValue> read)
{
    private readonly Dictionary<string, FactValue> _values = new(StringComparer.Ordinal);

    /// <summary>The market whose amounts and limits hold.</summary>
    public string Market => market;

    public FactValue this[Fact fact]
    {
        get
        {
            if (!_values.TryGetValue(fact.Name, out var value))
            {
                _values[fact.Name] = value = read(fact);
            }

            return value;
        }
    }
}
