namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Turns what a link means into an address, for readers of one locale.</summary>
internal sealed class LinkResolver(Content content, string locale)
{
    /// <summary>The address; null for what must not become a link.</summary>
    public string? Resolve(LinkTarget target) => target switch
    {
        LinkTarget.ToArticle(var key, var anchor) => Article(key) is { } url ? WithAnchor(url, anchor) : null,
        LinkTarget.ToPage(var name) => content.Options.PageUrl(locale, name),
        LinkTarget.ToAnchor(var anchor) => WithAnchor("", anchor),
        LinkTarget.ToMedia(var path) => path,
        LinkTarget.ToOutside(var url) => url,
        _ => null,
    };

    /// <summary>The title of what a link leads to, for a link without words.</summary>
    public string? Title(LinkTarget target) =>
        target is LinkTarget.ToArticle(var key, _) && content.Find(locale, key) is { } draft ? ValueReference.Fill(draft.Matter.Title, content.Values, draft.Locale) : null;

    public MediaFolder Media => content.Media;

    /// <summary>What a term means; null for no term.</summary>
    public string? Meaning(string key) => content.Glossary.Find(locale, key);

    public string? Article(string key)
    {
        if (content.Find(locale, key) is not { } draft)
        {
            return null;
        }

        var category = content.FindCategory(locale, draft.File.Category);
        return category is null ? null : content.Options.Url(locale, category.Slug, draft.Matter.Slug);
    }

    private static string WithAnchor(string url, string? anchor) => anchor is null ? url : $"{url}#{Uri.EscapeDataString(anchor)}";
}
