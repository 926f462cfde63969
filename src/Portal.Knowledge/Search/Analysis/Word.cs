namespace Portal.Knowledge.Search.Analysis;

/// <summary>A word of a text as it is compared.</summary>
/// <param name="Exact">Folded, not stemmed.</param>
/// <param name="Stem">Folded and stemmed.</param>
/// <param name="Parts">The stems of a compound's parts that the content knows.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="IsFiller">Whether an answer need not hold it.</param>
internal sealed record Word(string Exact, string Stem, IReadOnlyList<string> Parts, int Start, int End, bool IsFiller);
