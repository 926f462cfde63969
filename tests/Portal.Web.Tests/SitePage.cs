using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Web.Tests;

/// <summary>A page as a visitor got it. Its HTML is parsed as a validator would, not as a browser does, which forgives everything.</summary>
public sealed class SitePage
{
    private const int Excerpt = 120;

    private SitePage(string address, HttpResponseMessage response, string source)
    {
        (Address, Response, Source) = (address, response, source);
        Document = Parse(address, source);
    }

    /// <summary>Path and query.</summary>
    public string Address { get; }

    public HttpResponseMessage Response { get; }

    public string Source { get; }

    public IHtmlDocument Document { get; }

    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>The locale in the address.</summary>
    public string Locale => Address.Split('/', '?')[1];

    /// <summary>The sentences of the error summary; none where there is no summary.</summary>
    public IReadOnlyList<string> Errors => Document.QuerySelectorAll("#errors li").Select(item => item.TextContent.Trim()).ToList();

    /// <summary>The words of <c>main</c>, with single spaces.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What a field of the page's form holds.</summary>
    public string? Value(string field) => Form(this).FirstOrDefault(pair => string.Equals(pair.Key, field, StringComparison.Ordinal)).Value;

    /// <summary>The address of the first link in <c>main</c> that starts like this.</summary>
    public string Link(string start) => Links.First(link => link.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Every address that <c>main</c> links to.</summary>
    public IReadOnlyList<string> Links => Document.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!).ToList();

    public static async Task<SitePage> ReadAsync(string address, HttpResponseMessage response) => new(address, response, await response.Content.ReadAsStringAsync());

    /// <summary>The form in <c>main</c> that posts.</summary>
    internal static IHtmlFormElement FormElement(SitePage page) => page.Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").First();

    /// <summary>What a browser would send with that form, without its buttons.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Form(SitePage page)
    {
        foreach (var field in FormElement(page).Elements)
        {
            if (field switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox" } choice => choice.IsChecked ? choice.Value : null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value,
                IHtmlTextAreaElement area => area.Value,
                _ => null,
            } is { } value && field.GetAttribute("name") is { } name)
            {
                yield return new(name, value);
            }
        }
    }

    private static IHtmlDocument Parse(string address, string source)
    {
        try
        {
            return new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(source);
        }
        catch (HtmlParseException fault)
        {
            var at = Math.Clamp(fault.Position.Index, 0, source.Length);
            Assert.Fail($"{address}: {fault.Message} at {fault.Position}: …{source[Math.Max(0, at - Excerpt)..Math.Min(source.Length, at + Excerpt)]}…");
            throw;
        }
    }
}
