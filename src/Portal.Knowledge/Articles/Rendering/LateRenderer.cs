namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Renders what few ask for when they do: an article for one market, or one that is held back. Each rendering reads the text anew, so that none touches another's.</summary>
internal sealed class LateRenderer(Content content)
{
    /// <summary>The markets that an article can be shown for: none when it reads the same in all.</summary>
    public IReadOnlyList<string> Markets(Article article)
    {
        if (content.Find(article.Locale, article.Key) is not { } draft)
        {
            return [];
        }

        var names = References(draft).Where(reference => reference.Market is null).Select(reference => reference.Name).Distinct(StringComparer.Ordinal).ToList();
        var markets = article.Markets.Count > 0 ? article.Markets : content.Options.Markets;
        return markets.Any(market => names.Exists(name => Differs(name, draft.Locale, market))) ? [.. markets] : [];
    }

    /// <summary>The article with the values of one market.</summary>
    public Article InMarket(string reader, Article article, string market) =>
        content.Find(article.Locale, article.Key) is { } draft ? Render(draft, reader, new MarketValues(content.Values, market)) ?? article : article;

    /// <summary>An article that waits, in the locale or in the default locale; null where there is none.</summary>
    public Article? Held(string reader, string key)
    {
        var draft = Held(reader) ?? (content.Has(reader, key) ? null : Held(content.Options.DefaultLocale));
        return draft is null || content.FindCategory(reader, draft.File.Category) is null ? null : Render(draft, reader, content.Values);

        ArticleDraft? Held(string locale) => content.Held.FirstOrDefault(draft =>
            string.Equals(draft.Locale, locale, StringComparison.Ordinal) && string.Equals(draft.Key, key, StringComparison.Ordinal));
    }

    // Null where the text that was read once now takes too long.
    private Article? Render(ArticleDraft draft, string reader, IPolicyValues values) =>
        ArticleDraft.Read(draft.File, values, content.Snippets, []) is { } fresh ? new ArticleRenderer(content, values).Render(draft with { Body = fresh.Body }, reader) : null;

    private bool Differs(string name, string locale, string market) =>
        content.Values.Find(name, locale, market) is { } own && !string.Equals(own, content.Values.Find(name, locale, null), StringComparison.Ordinal);

    private static IEnumerable<ValueReference> References(ArticleDraft draft) =>
        draft.Body.All<PolicyValueInline>().Select(value => value.Reference)
            .Concat(ValueReference.Written($"{draft.Matter.Title}\n{draft.Matter.Summary}").Select(ValueReference.Parse))
            .OfType<ValueReference>();
}
