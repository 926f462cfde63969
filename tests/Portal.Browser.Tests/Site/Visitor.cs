using Microsoft.Playwright;
using Portal.Browser.Tests.Pages;
using Portal.Knowledge.Articles;

namespace Portal.Browser.Tests.Site;

/// <summary>A person in front of a browser of their own.</summary>
public sealed class Visitor
{
    private readonly PortalSite _site;

    private readonly VisitorOptions _options;

    private IResponse? _document;

    /// <summary>The portal that is visited.</summary>
    public PortalSite Site => _site;

    public Visitor(PortalSite site, IPage page, VisitorOptions options, Faults? faults = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(options);
        (_site, _options, Page, Words, Faults) = (site, options, page, new Words(options.Locale), faults ?? new Faults());
        Faults.Watch(page);
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Status is < 300 or >= 400)
            {
                _document = response;
            }
        };
    }

    public IPage Page { get; }

    public Words Words { get; }

    public string Locale => Words.Locale;

    public bool HasScripts => _options.HasScripts;

    public Faults Faults { get; }

    public DemoShop Shop => _site.Shop;

    /// <summary>The page as the server sent it, before any script.</summary>
    public Task<string> Source() => _document?.TextAsync() ?? throw new InvalidOperationException("No page has been opened.");

    /// <summary>An article in this person's language.</summary>
    public Article Article(string key) => _site.Article(Locale, key);

    /// <summary>Types an address; <paramref name="path"/> begins after the locale.</summary>
    public async Task<IResponse> Go(string path = "") =>
        await Page.GotoAsync($"/{Locale}{path}") ?? throw new InvalidOperationException($"{path} gave no answer.");

    /// <summary>A second tab of the same browser.</summary>
    public async Task<Visitor> OpenTab() => new(_site, await Page.Context.NewPageAsync(), _options, Faults);

    public async Task<HomePage> OpenHome()
    {
        await Go();
        return await new HomePage(this).Seen();
    }

    public async Task<FindOrderPage> OpenFindOrder()
    {
        await Go("/orders");
        return await new FindOrderPage(this).Seen();
    }

    public async Task<OrderPage> OpenOrder(string number, string email)
    {
        var find = await OpenFindOrder();
        return await find.Find(number, email);
    }

    public Task<OrderPage> OpenOrder(DemoLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return OpenOrder(line.Number, line.Email);
    }

    public async Task<WithdrawPage> OpenWithdraw()
    {
        await Go("/withdraw");
        return await new WithdrawPage(this).Seen();
    }
}
