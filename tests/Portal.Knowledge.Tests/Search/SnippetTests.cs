using System.Net;
using System.Text.RegularExpressions;
using Portal.Knowledge.Search;
using Portal.Knowledge.Search.Analysis;

namespace Portal.Knowledge.Tests.Search;

public sealed partial class SnippetTests
{
    [Fact]
    public void Snippet_HostileText_IsEncoded() =>
        Assert.Equal("&lt;script&gt;alert(&quot;<mark>mug</mark>&quot;)&lt;/script&gt; &amp; &lt;mark&gt;<mark>mugs</mark>&lt;/mark&gt;", Cut("mug", "<script>alert(\"mug\")</script> & <mark>mugs</mark>"));

    [Fact]
    public void Snippet_LongText_ShowsTheMatchCutAtWords()
    {
        var text = string.Join(' ', Enumerable.Range(1000, 200).Select(number => $"word{number}")) + " the broken mug arrived " + string.Join(' ', Enumerable.Range(2000, 200).Select(number => $"word{number}"));

        var snippet = Cut("broken mug", text);

        Assert.Matches("^… (word\\d{4} )+the <mark>broken</mark> <mark>mug</mark> arrived( word\\d{4})+ …$", snippet);
        Assert.InRange(Plain(snippet).Length, 120, Highlighter.SnippetLength + 4);
    }

    [Fact]
    public void Snippet_SeveralPlaces_ShowsTheOneWithMostWords()
    {
        var filler = string.Join(' ', Enumerable.Repeat("filler", 60));

        Assert.Contains("<mark>broken</mark> <mark>mug</mark>", Cut("broken mug", $"mug mug mug {filler} broken mug {filler}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Snippet_NoMatch_ShowsTheBeginning() =>
        Assert.Equal("One two three.", Cut("zebra", "One\ntwo\n\n  three."));

    [Fact]
    public void Snippet_TextWithoutSpaces_IsNeverCutWithinACharacter()
    {
        var snippet = Plain(Cut("zebra", string.Concat(Enumerable.Repeat("a😀", 200))));

        Assert.DoesNotContain('\uFFFD', snippet);
        Assert.InRange(snippet.Length, 150, Highlighter.SnippetLength + 2);
    }

    [Fact]
    public void Mark_JapanesePairs_AreMarkedAsOne()
    {
        using var analysis = new TextAnalysis(Languages.For("ja"), []);
        var highlighter = new Highlighter(analysis, QueryWords.Read("返品方法", analysis, Thesaurus.Empty, _ => true));

        Assert.Equal("商品の<mark>返品方法</mark>です", highlighter.Mark("商品の返品方法です"));
    }

    private static string Cut(string query, string text)
    {
        using var analysis = new TextAnalysis(Languages.For("en"), []);
        return new Highlighter(analysis, QueryWords.Read(query, analysis, Thesaurus.Empty, _ => true)).Cut(text).Html;
    }

    private static string Plain(string html) => WebUtility.HtmlDecode(Mark().Replace(html, ""));

    [GeneratedRegex("</?mark>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
