namespace Portal.Web.Orders.Demo;

/// <summary>A small generator (SplitMix64) whose numbers are the same on every platform and every version of .NET. Not for secrets.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A whole number from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public int Between(int first, int last) => first + (int)(Next() % (ulong)(last - first + 1));

    /// <summary>True in <paramref name="percent"/> of 100 cases.</summary>
    public bool Chance(int percent) => Between(1, 100) <= percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Between(0, from.Count - 1)];

    /// <summary>One of the values, as often as its weight says.</summary>
    public T PickByWeight<T>(IReadOnlyList<(T Value, int Weight)> from)
    {
        var ticket = Between(1, from.Sum(entry => entry.Weight));
        foreach (var (value, weight) in from)
        {
            ticket -= weight;
            if (ticket <= 0)
            {
                return value;
            }
        }

        return from[^1].Value;
    }

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
