namespace Portal.Knowledge.Articles;

/// <summary>A category with its articles in order, those of the default locale among them where a translation is missing.</summary>
/// <param name="Key">The folder's name, the same in every locale.</param>
/// <param name="Locale">The locale of title and summary.</param>
/// <param name="Slug">The category's part of the address.</param>
/// <param name="Title">What readers see.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Order">The place among the categories, ascending.</param>
/// <param name="Articles">In order.</param>
public sealed record Category(string Key, string Locale, string Slug, string Title, string Summary, int Order, IReadOnlyList<Article> Articles);
