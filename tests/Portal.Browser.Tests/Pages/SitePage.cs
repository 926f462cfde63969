using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>A page of the portal as a person sees and uses it. Methods say what the person does and end on the page they come to.</summary>
public abstract class SitePage(Visitor visitor)
{
    /// <summary>What the page's only main heading says, or a part of it.</summary>
    public abstract string Heading { get; }

    public ErrorSummary Errors => new(visitor);

    protected Visitor Visitor => visitor;

    protected IPage Page => visitor.Page;

    protected Words Words => visitor.Words;

    protected ILocator Main => Page.Locator("main");

    /// <summary>A button of the page, by the key of its words.</summary>
    public ILocator Button(string key) => Main.GetByRole(AriaRole.Button, new() { Name = Words[key], Exact = true });

    /// <summary>A link of the page, by the key of its words.</summary>
    public ILocator Link(string key) => Main.GetByRole(AriaRole.Link, new() { Name = Words[key], Exact = true });

    /// <summary>A field of the page, by the key of its label.</summary>
    public ILocator Field(string key) => Main.GetByLabel(Words[key], new() { Exact = true });

    /// <summary>The note with this text.</summary>
    public ILocator Note(string text) => Main.GetByText(text);

    internal Task ArriveAsync() => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Heading);
}

/// <summary>Says that a person has come to a page.</summary>
public static class Arrival
{
    /// <summary>Waits until the page is there.</summary>
    public static async Task<T> Seen<T>(this T page)
        where T : SitePage
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.ArriveAsync();
        return page;
    }
}
