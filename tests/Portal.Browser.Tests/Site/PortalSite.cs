using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Browser.Tests.Site;
using Portal.Knowledge.Articles;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Payments;

[assembly: AssemblyFixture(typeof(PortalSite))]

namespace Portal.Browser.Tests.Site;

/// <summary>One portal and one browser for the whole run. Every test visits it as somebody new.</summary>
public sealed class PortalSite : IAsyncLifetime
{
    // In milliseconds; what is there is seen at once, so only a busy machine needs it.
    private const float Patience = 10_000;

    private static readonly string Failures = Path.Combine(Repository.Artifacts, "failures");

    private readonly PortalHost _host = new();

    private IPlaywright? _playwright;

    private IBrowser? _browser;

    /// <summary>Orders to return things from; each is given out once.</summary>
    public DemoShop Shop { get; private set; } = null!;

    /// <summary>Where the portal listens.</summary>
    public string Address => _host.ClientOptions.BaseAddress.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Failures))
        {
            Directory.Delete(Failures, recursive: true);
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        _host.StartServer();
        Shop = await DemoShop.OpenAsync(_host.Services);
    }

    /// <summary>An article as the portal serves it.</summary>
    public Article Article(string locale, string key) =>
        _host.Services.GetRequiredService<SnapshotStore>().Current.Library.FindByKey(locale, key)
        ?? throw new InvalidOperationException($"There is no article {key} in {locale}.");

    /// <summary>The bank of a refunded case sends its money back.</summary>
    public async Task FailRefundAsync(string rma)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<CaseReader>().FindAsync(rma) ?? throw new InvalidOperationException($"There is no case {rma}.");
        await scope.ServiceProvider.GetRequiredService<RefundOutcomes>().ApplyAsync(loaded.Refunds.Single().Id, new ProviderAnswer.Failed(RefundFault.Declined));
    }

    /// <summary>Visits the portal as somebody new. Afterwards nothing may have gone wrong in the browser; a failure leaves a picture in <c>artifacts/</c>.</summary>
    public async Task Visit(VisitorOptions options, Func<Visitor, Task> visit)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(visit);
        await using var context = await _browser!.NewContextAsync(options.Context(Address));
        context.SetDefaultTimeout(Patience);
        var visitor = new Visitor(this, await context.NewPageAsync(), options);
        try
        {
            await visit(visitor);
            visitor.Faults.AssertNone();
        }
        catch (Exception)
        {
            await PictureFailureAsync(visitor.Page);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await _host.DisposeAsync();
    }

    private static async Task PictureFailureAsync(IPage page)
    {
        var name = TestContext.Current.Test?.TestDisplayName ?? "unknown";
        var file = string.Concat(name.Split('.')[^1].Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        try
        {
            await page.ScreenshotAsync(new PageScreenshotOptions
            {
                FullPage = true,
                Path = Path.Combine(Failures, file + ".png"),
            });
        }
        catch (PlaywrightException fault)
        {
            // The failure itself matters more than its picture.
            TestContext.Current.SendDiagnosticMessage("No picture of {0}: {1}", name, fault.Message);
        }
    }
}
