using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Articles;

/// <summary>An article as its file describes it, parsed but not yet rendered.</summary>
internal sealed record ArticleDraft(ContentFile File, FrontMatter Matter, ArticleBody Body)
{
    private const string Fence = "---\n";

    public string Key => File.Key;

    public string Locale => File.Locale;

    /// <summary>True when readers find it on that day.</summary>
    public bool IsPublic(DateOnly day) => !Matter.IsDraft && !(Matter.Publish > day);

    /// <summary>A translation is for the markets, about the products and from the day of its original, unless it says otherwise.</summary>
    public ArticleDraft Inherit(ArticleDraft? original) => original is null || ReferenceEquals(original, this) ? this : this with
    {
        Matter = Matter with
        {
            Publish = Matter.Publish ?? original.Matter.Publish,
            Markets = Matter.Markets.Count > 0 ? Matter.Markets : original.Matter.Markets,
            Products = Matter.Products.Count > 0 ? Matter.Products : original.Matter.Products,
        },
    };

    public static ArticleDraft? Read(ContentFile file, IPolicyValues values, Snippets snippets, List<Finding> findings)
    {
        if (!file.Text.StartsWith(Fence, StringComparison.Ordinal))
        {
            findings.Add(file.Error("no-front-matter", Position.Start, "The file does not begin with its front matter.", "Begin with a line \"---\", then title, summary and so on, then \"---\"."));
            return null;
        }

        var text = file.Text.EndsWith('\n') ? file.Text : file.Text + "\n";
        var end = text.IndexOf("\n" + Fence, Fence.Length - 1, StringComparison.Ordinal);
        if (end < 0)
        {
            findings.Add(file.Error("no-front-matter", Position.Start, "The front matter has no end.", "Close it with a line \"---\"."));
            return null;
        }

        var yaml = text[Fence.Length..(end + 1)];
        var matter = FrontMatter.Read(file, yaml, findings);
        var body = ArticleBody.Parse(file, snippets.Include(file, text[(end + 1 + Fence.Length)..], yaml.Count(c => c == '\n') + 2, findings), values, findings);
        return matter is null || body is null ? null : new ArticleDraft(file, matter, body);
    }
}
