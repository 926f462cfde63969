using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>A snippet is there in every locale, is used by an article, and includes no other.</summary>
internal sealed class SnippetRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content)
    {
        var used = content.Files.Where(file => file.Kind == ContentKind.Article)
            .SelectMany(file => Snippets.NamedIn(file.Text).Select(name => (file.Locale, name)))
            .ToHashSet();
        foreach (var snippet in content.Snippets.All)
        {
            if (Snippets.NamedIn(snippet.Text).Any())
            {
                yield return snippet.Error("nested-snippet", Position.Start, "A snippet includes another one.", "Include both in the article.");
            }

            if (!used.Contains((snippet.Locale, snippet.Name)))
            {
                yield return snippet.Warning("unused-snippet", Position.Start, $"No article in \"{snippet.Locale}\" includes the snippet \"{snippet.Name}\".", $"Write {{{{snippet {snippet.Name}}}}} in one, or remove the file.");
            }
        }
    }
}
