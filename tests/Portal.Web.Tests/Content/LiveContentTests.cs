using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Content;

/// <summary>Content that changes while the site runs.</summary>
public sealed class LiveContentTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const string PolicyArticle = "/en/help/returns/return-policy";
    private const string Days = "  - id: standard\n    days: 30\n";

    private string Policy => Path.Combine(site.ContentRoot, "policies", "returns.yaml");

    private SnapshotStore Store => site.Services.GetRequiredService<SnapshotStore>();

    [Fact]
    public async Task Policy_Changed_ChangesArticleAndDecisionTogether()
    {
        var shopper = new Visitor(await site.ShopperOf("P-1009"));
        Assert.Contains("30 days", (await shopper.OpenAsync(PolicyArticle)).Text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Refused, await VerdictAsync());

        await ReplaceAsync(Days, Days.Replace("30", "150", StringComparison.Ordinal));
        Assert.True(Store.Reload());
        var article = await shopper.OpenAsync(PolicyArticle);
        Assert.Contains("150 days", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("30 days", article.Text, StringComparison.Ordinal);
        Assert.Contains("150 days", await shopper.Client.GetStringAsync(PolicyArticle + ".md"), StringComparison.Ordinal);
        Assert.Contains("150 Tage", (await shopper.OpenAsync(Store.Current.Library.FindByKey("de", "returns/return-policy")!.Url)).Text, StringComparison.Ordinal);
        Assert.Equal(Verdict.Approved, await VerdictAsync());

        await ReplaceAsync(Days.Replace("30", "150", StringComparison.Ordinal), Days);
        Assert.True(Store.Reload());
        Assert.Equal(Verdict.Refused, await VerdictAsync());
    }

    [Fact]
    public async Task Policy_Broken_KeepsServingAndReadinessSaysWhy()
    {
        var client = site.Client();
        Assert.Equal("ok", (await ReadyAsync(client)).GetProperty("status").GetString());
        var good = await File.ReadAllTextAsync(Policy);
        await File.WriteAllTextAsync(Policy, good + "\ncolour: red\n");
        Store.Reload();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(PolicyArticle)).StatusCode);
        var degraded = await ReadyAsync(client);
        Assert.Equal("degraded", degraded.GetProperty("status").GetString());
        Assert.Contains("returns.yaml:", Assert.Single(degraded.GetProperty("reasons").EnumerateArray()).GetString(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Policy, good);
        Store.Reload();
        Assert.Equal("ok", (await ReadyAsync(client)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Watcher_ChangedFile_IsServedWithoutAnybodyAsking()
    {
        var file = Path.Combine(site.ContentRoot, "site.yaml");
        var text = (await File.ReadAllTextAsync(file)).Replace("name: Fernhill", "name: Farnhill", StringComparison.Ordinal);
        for (var look = 0; look < 300 && Store.Current.Site.Name != "Farnhill"; look++)
        {
            if (look % 30 == 0)
            {
                await File.WriteAllTextAsync(file, text);
            }

            site.Clock.Advance(TimeSpan.FromMilliseconds(300));
            await site.Client().GetAsync("/healthz");
        }

        Assert.Contains("Farnhill", await site.Client().GetStringAsync("/en"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace("name: Farnhill", "name: Fernhill", StringComparison.Ordinal));
        Store.Reload();
    }

    private Task<Verdict> VerdictAsync() => site.In(async services =>
    {
        var order = (await services.GetRequiredService<OrderReader>().FindAsync("P-1009"))!;
        return services.GetRequiredService<Judge>().Decide(order, "L1", Reason.ChangedMind).Verdict;
    });

    private static async Task<JsonElement> ReadyAsync(HttpClient client)
    {
        var answer = await client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task ReplaceAsync(string old, string fresh)
    {
        var text = await File.ReadAllTextAsync(Policy);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Policy, text.Replace(old, fresh, StringComparison.Ordinal));
    }
}
