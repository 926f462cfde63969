namespace Portal.Knowledge.Search;

/// <summary>Cuts words into runs of letters: forms and spellings that no stemmer brings together share most of them.</summary>
internal static class LetterRuns
{
    private const int Length = 3;

    /// <summary>Every run of three letters of a word, its ends marked.</summary>
    public static IEnumerable<string> Of(string word)
    {
        var marked = $"_{word}_";
        for (var at = 0; at + Length <= marked.Length; at++)
        {
            yield return marked.Substring(at, Length);
        }
    }
}
