using Microsoft.Playwright;
using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Pages;

/// <summary>What stands above a form that was filled in wrong.</summary>
public sealed class ErrorSummary(Visitor visitor)
{
    public ILocator Box => visitor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = visitor.Words["ErrorSummary.Title"] });

    public ILocator Sentences => Box.GetByRole(AriaRole.Link);

    /// <summary>Waits until it says exactly this.</summary>
    public Task Says(params string[] sentences) => Assertions.Expect(Sentences).ToHaveTextAsync(sentences);

    /// <summary>Goes from a sentence to its field.</summary>
    public Task GoTo(string sentence) => Sentences.Filter(new() { HasText = sentence }).ClickAsync();
}
