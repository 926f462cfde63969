using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Checks;

/// <summary>
/// Where an article tells what the policy grants, every number with a unit of time, money or per cent is the policy's own value, or is
/// marked as none with a reason. So an article never says what the policy no longer does.
/// </summary>
internal sealed class LiteralNumberRule : IContentRule
{
    // What stands in for a value that the policy gives.
    private const char Filled = '\ufffc';

    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        from section in BodySection.Of(article.Body)
        where section.BearsPolicy || article.Matter.Type == ArticleType.Policy
        from block in section.Texts
        let written = Written(block)
        from number in NumbersWithUnit.In(written.Text, article.Locale)
        let name = NameOf(content, article.Locale, number.Text)
        select article.File.Error("literal-number", At(article.Body, written.Parts, number.At), $"\"{number.Text}\" is written out where the policy speaks.", Fix(name, number.Text)) with
        {
            Repair = name is null ? null : new Repair(number.Text, $"{{{{{name}}}}}"),
        };

    private static (string Text, List<(int Start, Inline Part)> Parts) Written(LeafBlock block)
    {
        var text = new StringBuilder();
        var parts = new List<(int, Inline)>();
        foreach (var inline in block.Inline?.FindDescendants<Inline>() ?? [])
        {
            parts.Add((text.Length, inline));
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                LineBreakInline => text.Append('\n'),
                PolicyValueInline => text.Append(Filled),
                CodeInline code => text.Append(code.Content),
                _ => text,
            };
        }

        return (text.ToString(), parts);
    }

    private static Position At(ArticleBody body, List<(int Start, Inline Part)> parts, int character)
    {
        var (start, part) = parts.FindLast(part => part.Start <= character);
        var at = body.At(part);
        return at with { Column = at.Column + character - start };
    }

    private static string? NameOf(Content content, string locale, string number)
    {
        var wanted = NumbersWithUnit.Canonical(number);
        return content.Values.Names.FirstOrDefault(name => content.Values.Find(name, locale, null) is { } text && string.Equals(NumbersWithUnit.Canonical(text), wanted, StringComparison.Ordinal));
    }

    private static string Fix(string? name, string number) => name is null
        ? $"Quote the policy's value, or write {{{{literal {number}; why}}}}."
        : $"Write {{{{{name}}}}}, or {{{{literal {number}; why}}}} where it means something else.";
}
