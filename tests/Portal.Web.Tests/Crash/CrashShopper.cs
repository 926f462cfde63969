using System.Net;
using Portal.Web.Orders;
using Portal.Web.Tests.Commands;

namespace Portal.Web.Tests.Crash;

/// <summary>Somebody who reports a damaged item, and begins again whenever the site goes away under their hands.</summary>
internal sealed class CrashShopper(Order order, IReadOnlyList<PortalNode> nodes, Random dice) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HttpClientHandler _cookies = new() { AllowAutoRedirect = false };

    /// <summary>How often the site went away.</summary>
    public int Interruptions { get; private set; }

    /// <summary>Files the return.</summary>
    /// <returns>Its RMA.</returns>
    public Task<string> ReturnAsync() => InsistAsync(async visitor =>
    {
        var page = await FindAsync(visitor);
        if (page.Links.FirstOrDefault(link => link.StartsWith("/en/returns/", StringComparison.Ordinal)) is { } done)
        {
            return RmaOf(done);
        }

        page = await visitor.OpenAsync(page.Link($"/en/orders/{order.Number}/return/"));
        page = await visitor.SubmitAsync(page, ("quantity-L1", "1"), ("reason-L1", "Damaged"));
        page = await visitor.SubmitAsync(await visitor.SubmitAsync(page));
        return page.Address.StartsWith("/en/returns/", StringComparison.Ordinal) ? RmaOf(page.Address) : null;
    });

    /// <summary>Chooses another way for what failed in a case, until nothing is offered any more.</summary>
    public Task<string> ChooseAnotherWayAsync(string rma) => InsistAsync(async visitor =>
    {
        await FindAsync(visitor);
        var page = await visitor.OpenAsync($"/en/returns/{rma}");
        var ways = page.Document.QuerySelectorAll("main input[name=way]").Select(way => way.GetAttribute("value")!).ToList();
        if (ways.Count == 0)
        {
            return rma;
        }

        await visitor.SubmitAsync(page, ("way", ways[dice.Next(ways.Count)]));
        return null;
    });

    public void Dispose() => _cookies.Dispose();

    private static string RmaOf(string address) => address.Split('/', '?')[3];

    // A page that says that something is wrong on the site's side, or to try again soon, is a site that went away.
    private async Task<SitePage> FindAsync(Visitor visitor)
    {
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/en/orders"), ("number", order.Number), ("proof", order.Email));
        return page.Status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            ? throw new HttpRequestException($"{page.Address}: {page.Status}")
            : page.Status == HttpStatusCode.OK && page.Links.Any(link => link.StartsWith("/en/orders/", StringComparison.Ordinal) || link.StartsWith("/en/returns/", StringComparison.Ordinal))
                ? page
                : throw new InvalidOperationException($"{order.Number} at {page.Address}: {page.Status}, {page.Document.Body!.TextContent}");
    }

    private async Task<string> InsistAsync(Func<Visitor, Task<string?>> attempt)
    {
        string? rma = null;
        Exception? last = null;
        try
        {
            await Poll.UntilAsync(
                async () =>
                {
                    using var client = new HttpClient(_cookies, disposeHandler: false) { BaseAddress = nodes[dice.Next(nodes.Count)].Address, Timeout = TimeSpan.FromSeconds(20) };
                    try
                    {
                        rma = await attempt(new Visitor(client));
                    }
                    catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException)
                    {
                        Interruptions++;
                        last = fault;
                    }

                    return rma is not null;
                },
                Patience,
                $"the case of {order.Number}");
        }
        catch (TimeoutException fault) when (last is not null)
        {
            throw new TimeoutException($"{fault.Message} Last: {last.Message}", last);
        }

        return rma!;
    }
}
