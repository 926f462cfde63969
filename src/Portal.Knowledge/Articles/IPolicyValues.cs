namespace Portal.Knowledge.Articles;

/// <summary>The values of the policy that articles quote, as text for a reader.</summary>
public interface IPolicyValues
{
    /// <summary>Every name that <see cref="Find"/> knows, offered when one is misspelt.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>The value as plain text in the locale; null where the name or the market is unknown.</summary>
    /// <param name="name">For instance <c>returns.window</c>.</param>
    /// <param name="locale">The article's locale.</param>
    /// <param name="market">A country code, or null for a text that holds in every market.</param>
    string? Find(string name, string locale, string? market);
}
