using System.Text;

namespace Portal.Web.Notifications.Letters;

/// <summary>A letter as plain text, for readers and programs that want no HTML.</summary>
public static class LetterText
{
    /// <summary>The text, with <c>\r\n</c> line ends.</summary>
    public static string Write(Letter letter, LetterFrame frame)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(frame);
        var text = new StringBuilder();
        foreach (var paragraph in new[] { frame.Shop, letter.Title }.Concat(letter.Parts.Select(Write)).Append("-- \n" + string.Join('\n', frame.Footer)))
        {
            text.Append(paragraph.ReplaceLineEndings("\r\n")).Append("\r\n\r\n");
        }

        return text.ToString();
    }

    private static string Write(LetterPart part) => part switch
    {
        LetterPart.Paragraph paragraph => paragraph.Text,
        LetterPart.Heading heading => $"{heading.Text}:",
        LetterPart.Facts facts => string.Join('\n', facts.Rows.Select(fact => $"{fact.Name}: {fact.Value}")),
        LetterPart.List list => string.Join('\n', list.Items.Select(item => $"- {item}")),
        LetterPart.Address address => string.Join('\n', address.Lines),
        LetterPart.Button button => $"{button.Text}:\n{button.Url}",
        LetterPart.Links links => string.Join("\n\n", links.Items.Select(link => $"{link.Text}:\n{link.Url}")),
        _ => throw new InvalidOperationException($"No text for {part.GetType().Name}."),
    };
}
