namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Turns what a link means into an address, in one locale.</summary>
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

    public string? Article(string key)
    {
        if (content.Find(locale, key) is not { } draft)
        {
            return null;
        }

        var category = content.FindCategory(draft.Locale, draft.File.Category);
        return category is null ? null : content.Options.Url(draft.Locale, category.Slug, draft.Matter.Slug);
    }

    private static string WithAnchor(string url, string? anchor) => anchor is null ? url : $"{url}#{Uri.EscapeDataString(anchor)}";
}
