using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Keys of a keyboard to press together: <c>[[Ctrl+P]]</c>.</summary>
internal sealed class KeyInline : LeafInline
{
    public required string Keys { get; init; }
}

/// <summary>Reads <c>[[…]]</c> in running text.</summary>
internal sealed class KeyParser : InlineParser
{
    private const int Longest = 40;

    public KeyParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[')
        {
            return false;
        }

        var start = slice.Start + 2;
        var window = slice.Text.AsSpan(start, Math.Max(0, Math.Min(slice.End + 1 - start, Longest)));
        var length = window.IndexOf("]]");
        if (length <= 0 || window[..length].IndexOfAny("[]\n") >= 0 || window[..length].Trim().Length != length)
        {
            return false;
        }

        processor.Inline = new KeyInline
        {
            Keys = window[..length].ToString(),
            Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(start + length + 1)),
            Line = line,
            Column = column,
        };
        slice.Start = start + length + 2;
        return true;
    }
}

/// <summary>Writes each key as <c>kbd</c>.</summary>
internal sealed class KeyRenderer : HtmlObjectRenderer<KeyInline>
{
    protected override void Write(HtmlRenderer renderer, KeyInline obj)
    {
        var keys = obj.Keys.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < keys.Length; i++)
        {
            renderer.Write(i == 0 ? "<kbd>" : "+<kbd>").WriteEscape(keys[i]).Write("</kbd>");
        }
    }
}
