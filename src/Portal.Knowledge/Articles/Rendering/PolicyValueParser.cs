using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Reads <c>{{…}}</c> in running text.</summary>
internal sealed class PolicyValueParser : InlineParser
{
    public PolicyValueParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '{')
        {
            return false;
        }

        var start = slice.Start + 2;
        var longest = Math.Min(slice.End + 1 - start, ValueReference.Longest);
        var length = longest <= 0 ? -1 : slice.Text.AsSpan(start, longest).IndexOf("}}");
        if (length <= 0 || slice.Text.AsSpan(start, length).IndexOfAny('\n', '{') >= 0)
        {
            return false;
        }

        var written = slice.Text.Substring(start, length);
        var position = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new PolicyValueInline
        {
            Written = written.Trim(),
            Reference = ValueReference.Parse(written),
            Literal = WrittenLiteral.Parse(written),
            Span = new SourceSpan(position, processor.GetSourcePosition(start + length + 1)),
            Line = line,
            Column = column,
        };
        slice.Start = start + length + 2;
        return true;
    }
}
