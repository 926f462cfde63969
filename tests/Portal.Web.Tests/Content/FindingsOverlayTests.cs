using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

/// <summary>In Development a page itself tells what keeps newer content from being served; in production never.</summary>
public sealed class FindingsOverlayTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const string Broken = "\n[x](help:returns/nothing-there)\n";

    [Fact]
    public async Task Page_TellsTheErrors_ThoseOfItsOwnFileFirst_UntilTheyAreMended()
    {
        using var served = new Edited(site);
        await served.AssertNothingAsync("/en/help/care/linen");
        served.Spoil("articles/en/care/ceramics.md", "articles/en/care/linen.md");
        Assert.Matches(@"^articles/en/care/ceramics\.md:[0-9]+:1 ", (await served.ErrorsAsync("/en/help/care/ceramics"))[0]);
        var errors = await served.ErrorsAsync("/en/help/care/linen");
        Assert.Equal(2, errors.Count);
        Assert.Matches(@"^articles/en/care/linen\.md:[0-9]+:1 There is no article ""returns/nothing-there""\.", errors[0]);
        Assert.Equal(2, (await served.ErrorsAsync("/ja")).Count);
        Assert.Equal(2, (await served.ErrorsAsync("/en/no-such-page")).Count);

        served.Mend();
        await served.AssertNothingAsync("/en/help/care/linen");
        await served.AssertNothingAsync("/ja");
    }

    [Fact]
    public async Task Page_InProduction_TellsNothing()
    {
        await using var production = site.WithWebHostBuilder(builder => builder.UseEnvironment("Production").UseSetting("Site:Url", "https://shop.example"));
        using var served = new Edited(site, production);
        await served.AssertNothingAsync("/en/help/care/linen");
        served.Spoil("articles/en/care/linen.md");
        Assert.NotEmpty(production.Services.GetRequiredService<SnapshotStore>().Faults);
        await served.AssertNothingAsync("/en/help/care/linen");
        await served.AssertNothingAsync("/en/help/care/linen?market=DE");
        await served.AssertNothingAsync("/en/no-such-page");
    }

    /// <summary>Content that is spoilt for a while.</summary>
    private sealed class Edited(PortalFactory site, WebApplicationFactory<Program>? served = null) : IDisposable
    {
        private readonly WebApplicationFactory<Program> _served = served ?? site;

        private readonly Dictionary<string, string> _good = new(StringComparer.Ordinal);

        public void Spoil(params string[] files)
        {
            foreach (var path in files.Select(file => Path.Combine(site.ContentRoot, file)))
            {
                _good[path] = File.ReadAllText(path);
                File.AppendAllText(path, Broken);
            }

            Assert.False(_served.Services.GetRequiredService<SnapshotStore>().Reload());
        }

        public void Mend()
        {
            Restore();
            Assert.True(_served.Services.GetRequiredService<SnapshotStore>().Reload());
        }

        public async Task<IReadOnlyList<string>> ErrorsAsync(string address) =>
            [.. (await new Visitor(_served.CreateClient()).OpenAsync(address)).Document.QuerySelectorAll("aside .findings li").Select(item => item.TextContent.Trim())];

        public async Task AssertNothingAsync(string address)
        {
            // Twice, for the second time it may be a page that was kept.
            Assert.Empty(await ErrorsAsync(address));
            Assert.Empty(await ErrorsAsync(address));
        }

        public void Dispose() => Restore();

        private void Restore()
        {
            foreach (var (path, text) in _good)
            {
                File.WriteAllText(path, text);
            }
        }
    }
}
