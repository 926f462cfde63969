namespace Portal.Knowledge.Search;

/// <summary>What the order of hits is made of; each part can be turned off, so that its gain shows.</summary>
[Flags]
public enum Ranking
{
    None = 0,

    /// <summary>Words that mean the same, from the language's vocabulary of customer service.</summary>
    Synonyms = 1,

    /// <summary>Words of the content that are a typing error away.</summary>
    Typos = 2,

    /// <summary>The words beside each other in the order asked.</summary>
    Phrases = 4,

    /// <summary>Runs of letters, for forms and spellings that no stemmer brings together.</summary>
    Letters = 8,

    /// <summary>Everything.</summary>
    All = Synonyms | Typos | Phrases | Letters,
}
