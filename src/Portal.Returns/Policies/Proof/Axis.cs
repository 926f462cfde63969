namespace Portal.Returns.Policies.Proof;

/// <summary>Values of a fact that no condition of the policy tells apart.</summary>
/// <param name="Least">The least number, or minor units; 0 for words.</param>
/// <param name="Most">The greatest.</param>
/// <param name="Word">A word that stands for all of them, or null for those that no condition names.</param>
/// <param name="IsUnknown">Nobody knows the value.</param>
internal readonly record struct Cell(long Least, long Most, string? Word = null, bool IsUnknown = false);

/// <summary>The values of a fact, or whether a list has a word, in cells; the first cell is the most ordinary.</summary>
/// <param name="Fact">The fact's name.</param>
/// <param name="Cells">At least one.</param>
internal sealed record Axis(string Fact, IReadOnlyList<Cell> Cells)
{
    /// <summary>More cells than a set of them has bits.</summary>
    public const int MostCells = 128;

    public static readonly UInt128 First = UInt128.One;

    public static readonly UInt128 Second = UInt128.One << 1;

    /// <summary>The first cell of two is what it is unless something else is said; the second is that.</summary>
    public static Axis Of(string fact, params ReadOnlySpan<string> words)
    {
        List<Cell> cells = [];
        foreach (var word in words)
        {
            cells.Add(new Cell(0, 0, word));
        }

        return new Axis(fact, cells);
    }

    public UInt128 Where(Func<Cell, bool> holds)
    {
        var cells = UInt128.Zero;
        for (var i = 0; i < Cells.Count; i++)
        {
            cells |= holds(Cells[i]) ? UInt128.One << i : UInt128.Zero;
        }

        return cells;
    }

    /// <summary>The most ordinary of some cells.</summary>
    public Cell Pick(UInt128 cells) => Cells[(int)UInt128.TrailingZeroCount(cells)];

    /// <summary>The one of some cells in which a number lies, or else the most ordinary.</summary>
    public Cell Pick(UInt128 cells, long near)
    {
        var around = Where(cell => !cell.IsUnknown && cell.Least <= near && near <= cell.Most) & cells;
        return Pick(around == 0 ? cells : around);
    }
}
