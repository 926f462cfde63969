using System.Buffers;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>
/// What an article may hold before it is parsed. Markdown parsers grow faster than their input where delimiters pile up,
/// so the piles are counted first.
/// </summary>
internal static class MarkdownLimits
{
    private const int Lines = 5_000;
    private const int LineLength = 20_000;
    private const int Brackets = 2_000;
    private const int Delimiters = 8_000;
    private const int Nesting = 40;

    private static readonly SearchValues<char> Bracket = SearchValues.Create("[]<");
    private static readonly SearchValues<char> Delimiter = SearchValues.Create("*_`|~{:&!\\");

    /// <summary>The first line (from 1) at which a limit is passed, and which; null where none is.</summary>
    public static (int Line, string Message)? Passed(string source)
    {
        var (line, brackets, delimiters) = (0, 0, 0);
        foreach (var text in source.AsSpan().EnumerateLines())
        {
            line++;
            brackets += Count(text, Bracket);
            delimiters += Count(text, Delimiter);
            var message = line > Lines ? $"The article has more than {Lines} lines."
                : text.Length > LineLength ? $"The line has more than {LineLength} characters."
                : brackets > Brackets ? $"The article has more than {Brackets} brackets."
                : delimiters > Delimiters ? $"The article has more than {Delimiters} marks such as * and |."
                : Depth(text) > Nesting ? $"The line is nested more than {Nesting} deep."
                : null;
            if (message is not null)
            {
                return (line, message);
            }
        }

        return null;
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<char> wanted)
    {
        var count = 0;
        for (var at = text.IndexOfAny(wanted); at >= 0; at = text.IndexOfAny(wanted))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }

    private static int Depth(ReadOnlySpan<char> text)
    {
        var markers = 0;
        foreach (var c in text)
        {
            if (c is '>' or '-' or '+' or '*')
            {
                markers++;
            }
            else if (!char.IsWhiteSpace(c) && !char.IsDigit(c) && c is not ('.' or ')'))
            {
                break;
            }
        }

        // A ruler is a long line of one mark; it opens nothing.
        return markers == text.Trim().Length && !text.Contains('>') ? 0 : markers;
    }
}
