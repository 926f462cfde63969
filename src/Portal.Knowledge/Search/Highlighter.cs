using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Portal.Knowledge.Search.Analysis;

namespace Portal.Knowledge.Search;

/// <summary>Marks the words of a query in a text. Whatever the text holds comes out encoded; the only elements are <c>mark</c>.</summary>
internal sealed class Highlighter(TextAnalysis analysis, QueryWords query)
{
    /// <summary>Characters of a snippet, before encoding and marks.</summary>
    public const int SnippetLength = 160;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The whole text, marked.</summary>
    public string Mark(string text) => Write(text, 0, text.Length, Matches(text));

    /// <summary>The part of the text that answers most of the query, cut at words; the beginning where nothing matches.</summary>
    public Snippet Cut(string text)
    {
        var line = OneLine(text);
        var matches = Matches(line);
        var (first, last, distinct) = BestWindow(matches);
        var (start, end) = matches.Count == 0 ? Bounds(line, 0, 0) : Bounds(line, matches[first].Start, matches[last].End);
        var html = (start > 0 ? "… " : "") + Write(line, start, end, matches) + (end < line.Length ? " …" : "");
        return new Snippet(html, distinct);
    }

    private List<Match> Matches(string text)
    {
        var matches = new List<Match>();
        foreach (var word in analysis.Words(text))
        {
            for (var i = 0; i < query.Wanted.Count; i++)
            {
                if (query.Wanted[i].Matches(word))
                {
                    matches.Add(new Match(word.Start, word.End, i));
                    break;
                }
            }
        }

        return matches;
    }

    private static (int First, int Last, int Distinct) BestWindow(List<Match> matches)
    {
        var (best, score) = ((First: 0, Last: 0, Distinct: 0), 0);
        for (var first = 0; first < matches.Count; first++)
        {
            var last = first;
            while (last + 1 < matches.Count && matches[last + 1].End <= matches[first].Start + SnippetLength)
            {
                last++;
            }

            var distinct = matches.Skip(first).Take(last - first + 1).Select(match => match.Word).Distinct().Count();
            var weight = (distinct * 1000) + last - first + 1;
            if (weight > score)
            {
                (best, score) = ((first, last, distinct), weight);
            }
        }

        return best;
    }

    private static (int Start, int End) Bounds(string text, int from, int to)
    {
        if (text.Length <= SnippetLength)
        {
            return (0, text.Length);
        }

        var lead = Math.Max(0, (SnippetLength - (to - from)) / 3);
        var start = Math.Clamp(from - lead, 0, text.Length - SnippetLength);
        var end = Math.Max(to, start + SnippetLength);
        return (start == 0 ? 0 : Forward(text, start, from), end >= text.Length ? text.Length : Backward(text, end, Math.Max(to, start + 1)));
    }

    private static int Forward(string text, int start, int most)
    {
        var space = text.IndexOf(' ', start - 1, Math.Max(0, most - start + 1));
        return space >= 0 ? space + 1 : Whole(text, start);
    }

    private static int Backward(string text, int end, int least)
    {
        var space = text.LastIndexOf(' ', end, Math.Max(0, end - least + 1));
        return space > 0 ? space : Whole(text, end);
    }

    // Text without spaces is cut between characters, never within one.
    private static int Whole(string text, int at)
    {
        while (at > 0 && at < text.Length && (char.IsLowSurrogate(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark))
        {
            at--;
        }

        return at;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static string Write(string text, int start, int end, List<Match> matches)
    {
        var html = new StringBuilder();
        var at = start;
        foreach (var (from, to) in Merge(matches).Where(span => span.Start >= start && span.End <= end))
        {
            html.Append(Encoder.Encode(text[at..from])).Append("<mark>").Append(Encoder.Encode(text[from..to])).Append("</mark>");
            at = to;
        }

        return html.Append(Encoder.Encode(text[at..end])).ToString();
    }

    private static List<(int Start, int End)> Merge(List<Match> matches)
    {
        var spans = new List<(int Start, int End)>();
        foreach (var match in matches.OrderBy(match => match.Start))
        {
            if (spans.Count > 0 && match.Start < spans[^1].End)
            {
                spans[^1] = (spans[^1].Start, Math.Max(spans[^1].End, match.End));
            }
            else
            {
                spans.Add((match.Start, match.End));
            }
        }

        return spans;
    }

    private sealed record Match(int Start, int End, int Word);
}

/// <summary>A marked part of a text.</summary>
/// <param name="Html">Encoded, with only <c>mark</c> elements.</param>
/// <param name="Words">How many different words of the query it holds.</param>
internal sealed record Snippet(string Html, int Words);
