namespace Portal.Knowledge.Articles;

/// <summary>How far two words are apart in typing errors, and which known word was probably meant.</summary>
internal static class Spelling
{
    private const int LongestWord = 80;

    /// <summary>A sentence that offers the nearest known word, or lists them where none is near and there are few.</summary>
    public static string? Suggest(string word, IReadOnlyCollection<string> known)
    {
        var nearest = Nearest(word, known);
        return nearest is not null ? $"Did you mean \"{nearest}\"?"
            : known.Count is > 0 and <= 12 ? $"Known: {string.Join(", ", known.Order(StringComparer.Ordinal))}."
            : null;
    }

    /// <summary>The mend of a misspelt word: the nearest known one; null where none is near.</summary>
    public static Repair? Repair(string word, IEnumerable<string> known, string before = "") =>
        Nearest(word, known) is { } nearest ? new Repair(before + word, before + nearest) : null;

    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var allowed = Math.Max(1, word.Length / 3);
        return known
            .Select(candidate => (Word: candidate, Distance: Distance(word, candidate, allowed)))
            .Where(candidate => candidate.Distance <= allowed)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours; more than <paramref name="most"/> is given as one more.</summary>
    public static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most || one.Length > LongestWord || other.Length > LongestWord)
        {
            return most + 1;
        }

        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Step(rows, one, other, i, j);
            }
        }

        return Math.Min(rows[one.Length, other.Length], most + 1);
    }

    private static int Step(int[,] rows, string one, string other, int i, int j)
    {
        var replaced = rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}
