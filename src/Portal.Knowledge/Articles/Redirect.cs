using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Articles;

/// <summary>An address that leads to another page: from <c>redirects.yaml</c>, or from an article's <c>redirectFrom</c>.</summary>
/// <param name="From">A path, such as <c>/en/help/returns/old-slug</c> or <c>/faq/returns.html</c>.</param>
/// <param name="To">As written: <c>help:returns/how-to-return</c>, <c>page:orders</c>, or another path.</param>
/// <param name="Locale">The locale in which <paramref name="To"/> is looked up.</param>
/// <param name="File">Where it is written.</param>
/// <param name="At">Where in the file.</param>
internal sealed record Redirect(string From, string To, string Locale, ContentFile File, Position At)
{
    /// <summary>The file of redirects in the content folder.</summary>
    public const string FileName = "redirects.yaml";

    private const int Longest = 300;

    public static IReadOnlyList<Redirect> Of(LibraryOptions options, IEnumerable<ContentFile> files, IEnumerable<ArticleDraft> articles, List<Finding> findings) =>
    [
        .. files.Where(file => file.Kind == ContentKind.Redirects).SelectMany(file => Read(options, file, findings)),
        .. articles.SelectMany(article => article.Matter.RedirectFrom.Select(from => new Redirect(Path(from), $"help:{article.Key}", article.Locale, article.File, article.Matter.At("redirectFrom")))),
    ];

    /// <summary>A path in the form in which it is compared: decoded, without a slash at its end.</summary>
    public static string Path(string written)
    {
        var path = Uri.UnescapeDataString(written).TrimEnd('/');
        return path.Length == 0 ? "/" : Composition.Compose(path);
    }

    /// <summary>Where it leads; null where there is nothing.</summary>
    public string? Resolve(Content content) => LinkTarget.Parse(To) switch
    {
        _ when To.StartsWith('/') => Path(To),
        LinkTarget.ToArticle or LinkTarget.ToPage => new LinkResolver(content, Locale).Resolve(LinkTarget.Parse(To)),
        _ => null,
    };

    private static IEnumerable<Redirect> Read(LibraryOptions options, ContentFile file, List<Finding> findings)
    {
        foreach (var (from, field) in YamlFields.Read(file, file.Text, 0, findings) ?? new Dictionary<string, YamlField>(StringComparer.Ordinal))
        {
            if (field.Text is { Value.Length: > 0 and <= Longest } to && from.Length <= Longest)
            {
                yield return new Redirect(Path(from), to.Value, LocaleOf(from, options), file, field.Key.At);
            }
            else
            {
                findings.Add(file.Error("wrong-value", field.Key.At, "A redirect leads from one address to one other.", "Write /en/help/returns/old: help:returns/how-to-return"));
            }
        }
    }

    private static string LocaleOf(string path, LibraryOptions options) =>
        path.Split('/').ElementAtOrDefault(1) is { } first && options.Locales.Contains(first, StringComparer.Ordinal) ? first : options.DefaultLocale;
}
