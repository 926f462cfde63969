using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Search;

/// <summary>One page of hits, best first, with the counts that filters show.</summary>
/// <param name="Query">The query as it was searched: trimmed and cut.</param>
/// <param name="Total">How many articles match, on all pages.</param>
/// <param name="Hits">This page.</param>
/// <param name="Categories">By category key, counted without the category filter.</param>
/// <param name="Types">By type in lower case, counted without the type filter.</param>
public sealed record SearchResults(string Query, int Total, IReadOnlyList<Hit> Hits, IReadOnlyList<Facet> Categories, IReadOnlyList<Facet> Types);

/// <summary>An article that matches, with the section that matches best.</summary>
/// <param name="Article">The article.</param>
/// <param name="Section">The section to jump to; null for the article as a whole.</param>
/// <param name="TitleHtml">The article's title, encoded, with only <c>mark</c> elements.</param>
/// <param name="SnippetHtml">About 160 characters around the matches, encoded, with only <c>mark</c> elements.</param>
/// <param name="Score">Comparable within one search only.</param>
public sealed record Hit(Article Article, Section? Section, string TitleHtml, string SnippetHtml, float Score);

/// <summary>How many matching articles share a value.</summary>
public sealed record Facet(string Value, int Count);

/// <summary>An article offered while the reader types.</summary>
public sealed record Suggestion(string Title, string Url, string CategoryTitle);
