using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Renders checked drafts into articles.</summary>
internal sealed class ArticleRenderer(Content content)
{
    private const int WordsPerMinute = 200;
    private const int IdeographsPerMinute = 500;

    public Article Render(ArticleDraft draft)
    {
        var (matter, locale) = (draft.Matter, draft.Locale);
        var resolver = new LinkResolver(content, locale);
        var category = content.FindCategory(locale, draft.File.Category) ?? throw new InvalidOperationException($"{draft.File.Path} has no category.");
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
            Updated = matter.Updated,
            Order = matter.Order,
            Html = Html(draft, title, resolver),
            Sections = sections,
            Markdown = MarkdownSource.Fill(draft.Body, resolver),
            File = draft.File.Path,
            ReadingMinutes = Minutes(sections),
            Url = content.Options.Url(locale, category.Slug, matter.Slug),
        };
    }

    private static string Html(ArticleDraft draft, string title, LinkResolver resolver)
    {
        foreach (var list in draft.Body.All<CustomContainer>().Where(StepsRenderer.IsSteps).SelectMany(steps => steps.OfType<ListBlock>()).Where(list => list.IsOrdered))
        {
            list.GetAttributes().Classes = ["steps"];
        }

        return ArticleHtml.Write(draft.Body, title, resolver);
    }

    private string Fill(string text, string locale) => ValueReference.Fill(text, content.Values, locale);

    private static int Minutes(IReadOnlyList<Section> sections)
    {
        var text = string.Join('\n', sections.Select(section => section.Text));
        var ideographs = text.Count(c => c is >= '\u3040' and <= '\u9fff');
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return Math.Max(1, (int)Math.Ceiling((words / (double)WordsPerMinute) + (ideographs / (double)IdeographsPerMinute)));
    }
}
