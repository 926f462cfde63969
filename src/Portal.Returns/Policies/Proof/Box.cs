namespace Portal.Returns.Policies.Proof;

/// <summary>A set of requests: on each axis of its <see cref="Space"/> a set of cells, a bit each, and when the events can be.</summary>
internal sealed class Box
{
    private readonly UInt128[] _cells;

    public Box(IEnumerable<UInt128> cells, Timeline days)
        : this([.. cells], days)
    {
    }

    private Box(UInt128[] cells, Timeline days) => (_cells, Days) = (cells, days);

    public Timeline Days { get; }

    /// <summary>The cells on an axis, a bit each; never none.</summary>
    public UInt128 this[int axis] => _cells[axis];

    /// <summary>The part in some cells of an axis; null when nothing is left.</summary>
    public Box? Where(int axis, UInt128 cells)
    {
        var left = _cells[axis] & cells;
        if (left == 0)
        {
            return null;
        }

        UInt128[] copy = [.. _cells];
        copy[axis] = left;
        return new Box(copy, Days);
    }

    /// <summary>The part with a distance between two events; null when nothing is left.</summary>
    public Box? Where(Distance distance) => Days.With(distance) is { } days ? new Box(_cells, days) : null;
}
