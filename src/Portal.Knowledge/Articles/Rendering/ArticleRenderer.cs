using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Portal.Knowledge.Drift;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Renders checked drafts into articles.</summary>
internal sealed class ArticleRenderer(Content content, IPolicyValues values)
{
    private const int WordsPerMinute = 200;
    private const int IdeographsPerMinute = 500;

    /// <summary>One draft as readers of a locale get it: where it stands in for a missing translation, its links stay among their pages.</summary>
    public Article Render(ArticleDraft draft, string reader)
    {
        var (matter, locale) = (draft.Matter, draft.Locale);
        var resolver = new LinkResolver(content, reader);
        var category = content.FindCategory(reader, draft.File.Category) ?? throw new InvalidOperationException($"{draft.File.Path} has no category.");
        var title = Fill(matter.Title, locale);
        var sections = Sections.Of(draft.Body, title);
        return new Article
        {
            Key = draft.Key,
            Locale = locale,
            CategoryKey = category.Key,
            CategorySlug = category.Slug,
            CategoryTitle = category.Title,
            Slug = matter.Slug,
            Title = title,
            Summary = Fill(matter.Summary, locale),
            Type = matter.Type,
            Questions = matter.Questions.Select(question => Fill(question, locale)).ToList(),
            Tags = matter.Tags,
            Markets = matter.Markets,
            Products = matter.Products,
            IsHeld = !draft.IsPublic(content.Today),
            Updated = matter.Updated,
            Order = matter.Order,
            Html = Html(draft, title, resolver),
            Sections = sections,
            Markdown = MarkdownSource.Fill(draft.Body, resolver),
            File = draft.File.Path,
            ReadingMinutes = Minutes(sections),
            IsBehind = IsBehind(draft),
            Url = content.Options.Url(reader, category.Slug, matter.Slug),
        };
    }

    private static string Html(ArticleDraft draft, string title, LinkResolver resolver)
    {
        foreach (var list in draft.Body.All<CustomContainer>().Where(ContainerRenderer.IsSteps).SelectMany(steps => steps.OfType<ListBlock>()).Where(list => list.IsOrdered))
        {
            list.GetAttributes().Classes = ["steps"];
        }

        return ArticleHtml.Write(draft.Body, title, resolver);
    }

    private bool IsBehind(ArticleDraft draft) =>
        !string.Equals(draft.Locale, content.Options.DefaultLocale, StringComparison.Ordinal)
        && content.Has(content.Options.DefaultLocale, draft.Key)
        && DriftReport.Compare(draft, content.Find(content.Options.DefaultLocale, draft.Key)!) is { State: DriftState.Behind, BearsPolicy: true };

    private string Fill(string text, string locale) => ValueReference.Fill(text, values, locale);

    private static int Minutes(IReadOnlyList<Section> sections)
    {
        var text = string.Join('\n', sections.Select(section => section.Text));
        var ideographs = text.Count(c => c is >= '\u3040' and <= '\u9fff');
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return Math.Max(1, (int)Math.Ceiling((words / (double)WordsPerMinute) + (ideographs / (double)IdeographsPerMinute)));
    }
}
