using AngleSharp.Html.Parser;

namespace Portal.Browser.Tests.EveryPage;

/// <summary>Reads a page as a validator would, not as a browser does, which forgives everything.</summary>
public static class StrictHtml
{
    private const int Excerpt = 120;

    /// <summary>Fails on a parse error, a missing language or title, an id that occurs twice, and inline styles or handlers.</summary>
    public static void AssertSound(string source, string locale)
    {
        ArgumentNullException.ThrowIfNull(source);
        var document = Parse(source);
        Assert.Equal(locale, document.DocumentElement.GetAttribute("lang"));
        Assert.False(string.IsNullOrWhiteSpace(document.Title), "The page has no title.");
        var ids = document.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.DoesNotContain(document.All, element => element.HasAttribute("style")
            || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string source)
    {
        try
        {
            return new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(source);
        }
        catch (HtmlParseException fault)
        {
            var at = Math.Clamp(fault.Position.Index, 0, source.Length);
            Assert.Fail($"{fault.Message} at {fault.Position}: …{source[Math.Max(0, at - Excerpt)..Math.Min(source.Length, at + Excerpt)]}…");
            throw;
        }
    }
}
