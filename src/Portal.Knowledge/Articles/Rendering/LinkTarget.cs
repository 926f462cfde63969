namespace Portal.Knowledge.Articles.Rendering;

/// <summary>What a link's address means, before anything is looked up.</summary>
internal abstract record LinkTarget
{
    private static readonly string[] Schemes = ["http", "https", "mailto", "tel"];

    /// <summary><c>help:returns/how-to-return#costs</c></summary>
    internal sealed record ToArticle(string Key, string? Anchor) : LinkTarget;

    /// <summary><c>page:orders</c></summary>
    internal sealed record ToPage(string Name) : LinkTarget;

    /// <summary><c>#costs</c>, in the same article.</summary>
    internal sealed record ToAnchor(string Anchor) : LinkTarget;

    /// <summary><c>/media/size-chart.svg</c></summary>
    internal sealed record ToMedia(string Path) : LinkTarget;

    /// <summary><c>term:returnless</c>, a word of the glossary.</summary>
    internal sealed record ToTerm(string Key) : LinkTarget;

    /// <summary>Another site, a mailbox or a telephone.</summary>
    internal sealed record ToOutside(string Url) : LinkTarget;

    /// <summary>Anything else; never written into a page.</summary>
    internal sealed record Refused : LinkTarget;

    public static LinkTarget Parse(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Any(c => char.IsControl(c) || c is '\\'))
        {
            return new Refused();
        }

        if (url.StartsWith('#'))
        {
            return new ToAnchor(Decode(url[1..]));
        }

        if (url.StartsWith("/media/", StringComparison.Ordinal))
        {
            return url.Contains("..", StringComparison.Ordinal) || url.Contains('%', StringComparison.Ordinal) ? new Refused() : new ToMedia(url);
        }

        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var rest = url[(colon + 1)..];
        return (colon < 0 ? "" : url[..colon]) switch
        {
            "help" => Article(rest),
            "page" => new ToPage(rest),
            "term" => new ToTerm(rest),
            var scheme when Schemes.Contains(scheme, StringComparer.OrdinalIgnoreCase) => new ToOutside(url),
            _ => new Refused(),
        };
    }

    private static ToArticle Article(string rest)
    {
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? new ToArticle(rest, null) : new ToArticle(rest[..hash], Decode(rest[(hash + 1)..]));
    }

    private static string Decode(string anchor) => Uri.UnescapeDataString(anchor);
}
