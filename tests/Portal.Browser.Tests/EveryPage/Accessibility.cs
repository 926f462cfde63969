using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Portal.Browser.Tests.EveryPage;

/// <summary>What axe finds on a page. It is asked for violations only, in the page itself: that takes a third of the time of a full report.</summary>
public sealed class Accessibility
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private readonly IPage _page;

    private Accessibility(IPage page) => _page = page;

    /// <summary>Brings axe into a page; it stays until the page is left.</summary>
    public static async Task<Accessibility> Of(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.EvaluateAsync(Script);
        return new Accessibility(page);
    }

    /// <summary>Every rule that is broken, with the markup that breaks it.</summary>
    public Task<string[]> Violations() => _page.EvaluateAsync<string[]>("""
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
          .map(broken => `${broken.id}: ${broken.help}: ${broken.nodes.map(node => node.html).join(" | ")}`)
        """);
}
