using System.Text.Json;
using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Search.Evaluation;

/// <summary>A knowledge base in one file: an article a line as JSON, with <c>id</c>, <c>title</c>, <c>questions</c> and <c>body</c>.</summary>
public static class KnowledgeBaseFile
{
    /// <summary>An engine over its articles.</summary>
    /// <param name="text">The file.</param>
    /// <param name="locale">The language in which it is searched.</param>
    /// <param name="ranking">What the order of hits is made of.</param>
    /// <exception cref="FormatException">A line is something else; the message names it.</exception>
    public static SearchEngine Read(string text, string locale, Ranking ranking)
    {
        ArgumentNullException.ThrowIfNull(text);
        var articles = text.ReplaceLineEndings("\n").Split('\n')
            .Select((line, index) => (Line: line, Number: index + 1))
            .Where(one => one.Line.Length > 0)
            .Select(one => Article(one.Line, one.Number, locale))
            .DistinctBy(article => article.Key, StringComparer.Ordinal)
            .ToList();
        return new SearchEngine([new Shelf(locale, [new Category("all", locale, "all", "", "", 0, articles)])], ranking);
    }

    private static Article Article(string line, int number, string locale)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var article = json.RootElement;
            var (id, title) = (Text(article, "id"), Text(article, "title"));
            return new Article
            {
                Key = id, Locale = locale, CategoryKey = "all", CategorySlug = "all", CategoryTitle = "", Slug = id, Title = title, Summary = "", Type = ArticleType.Faq,
                Questions = article.TryGetProperty("questions", out var questions) ? [.. questions.EnumerateArray().Select(question => question.GetString() ?? "")] : [],
                Tags = [], Updated = default, Markets = [], Products = [], IsHeld = false, Order = number, Html = "",
                Sections = [new Section("", title, 1, Text(article, "body"))],
                Markdown = "", File = "", ReadingMinutes = 1, IsBehind = false, Url = id,
            };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new FormatException(FormattableString.Invariant($"line {number}: an article is JSON with id, title, questions and body; {fault.Message}"), fault);
        }
    }

    private static string Text(JsonElement article, string name) => article.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
