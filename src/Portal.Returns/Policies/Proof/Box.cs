namespace Portal.Returns.Policies.Proof;

/// <summary>
/// A set of requests: on each axis of its <see cref="Space"/> a set of cells, and what is said besides about the days between
/// events. A box may name combinations that no order can have; <see cref="Space.Days"/> and its like tell.
/// </summary>
internal sealed class Box
{
    private readonly UInt128[] _cells;

    public Box(IEnumerable<UInt128> cells)
        : this([.. cells], [])
    {
    }

    private Box(UInt128[] cells, IReadOnlyList<Distance> distances) => (_cells, Distances) = (cells, distances);

    public IReadOnlyList<Distance> Distances { get; }

    /// <summary>The cells on an axis, a bit each.</summary>
    public UInt128 this[int axis] => _cells[axis];

    /// <summary>The part in some cells of an axis; null when nothing is left.</summary>
    public Box? Where(int axis, UInt128 cells)
    {
        var left = _cells[axis] & cells;
        if (left == _cells[axis])
        {
            return this;
        }

        return left == 0 ? null : With(axis, left);
    }

    public Box? Where(Distance distance) => new(_cells, [.. Distances, distance]);

    /// <summary>The same elsewhere on an axis.</summary>
    public Box With(int axis, UInt128 cells)
    {
        UInt128[] copy = [.. _cells];
        copy[axis] = cells;
        return new Box(copy, Distances);
    }

    /// <summary>What is in both; null when nothing is.</summary>
    public Box? And(Box other)
    {
        var both = new UInt128[_cells.Length];
        for (var i = 0; i < both.Length; i++)
        {
            both[i] = _cells[i] & other._cells[i];
            if (both[i] == 0)
            {
                return null;
            }
        }

        return new Box(both, other.Distances.Count == 0 ? Distances : [.. Distances, .. other.Distances]);
    }
}
