using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Search;

/// <summary>A search as the reader typed it; any text is allowed.</summary>
/// <param name="Locale">Whose articles are searched.</param>
/// <param name="Query">The reader's words; only the first 200 characters count.</param>
/// <param name="Category">The key or slug of the only category wanted.</param>
/// <param name="Type">The only type wanted.</param>
/// <param name="Page">From 1; less means 1.</param>
/// <param name="PageSize">From 1 to 100.</param>
public sealed record SearchRequest(string Locale, string Query, string? Category = null, ArticleType? Type = null, int Page = 1, int PageSize = 10);
