using System.Net;
using Portal.Web.Tests.Content;

namespace Portal.Web.Tests.Commands;

/// <summary>Looking at content before it is published: a branch by <c>serve --preview</c>, one article by <c>content preview</c>.</summary>
public sealed class PreviewTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-preview-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Serve_Preview_ShowsDrafts_SaysSo_AndKeepsApartFromTheShop()
    {
        WriteDraft();
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        using var portal = PortalProcess.Start(
            _folder, "serve", "--preview", "branch", $"--Content:Root={Repository.Content}", "--Data:Root=data", "--ConnectionStrings:Portal=Data Source=shop.db", "--Smtp:Host=mail.example", "--Site:Url=https://shop.example", "--urls=http://127.0.0.1:0");
        using var client = new HttpClient { BaseAddress = await portal.AddressAsync() };
        var visitor = new Visitor(client);

        var category = await visitor.OpenAsync("/de/help/pflege");
        Assert.Contains("Vorschau", category.Document.QuerySelector("aside.banner")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nicht veröffentlicht", Assert.Single(category.Document.QuerySelectorAll("main .chip")).TextContent);
        Assert.Contains("/de/help/pflege/velvet", category.Links);
        Assert.Equal(["noindex"], category.Response.Headers.GetValues("X-Robots-Tag"));

        var article = await visitor.OpenAsync("/en/help/care/velvet");
        Assert.Equal(HttpStatusCode.OK, article.Status);
        Assert.NotNull(article.Document.QuerySelector("main .notice.wait"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync(await visitor.OpenAsync("/en/orders"), ("number", "P-1001"), ("proof", "ada.fischer@example.com"))).Status);
        Assert.Contains("Mails wait", await client.GetStringAsync("/readyz"), StringComparison.Ordinal);

        Assert.Equal([Path.Combine(_folder, "data", "preview")], Directory.EnumerateFileSystemEntries(Path.Combine(_folder, "data")));
        Assert.False(File.Exists(Path.Combine(_folder, "shop.db")));
        portal.Terminate();
        Assert.Equal(0, await portal.ExitAsync());
    }

    [Fact]
    public async Task Serve_PreviewWithoutAFolder_SaysWhatIsMissing()
    {
        using var portal = PortalProcess.Start(_folder, "serve", "--preview");
        Assert.Equal(1, await portal.ExitAsync());
        Assert.Contains("--preview", portal.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_Preview_PrintsALinkToWhatIsHeldAlone()
    {
        WriteDraft();
        var (status, link) = await PreviewAsync("care/velvet", "--locale", "de", "--days", "3");
        Assert.Equal(0, status);
        Assert.Matches(@"^https://shop\.example/de/help/pflege/velvet\?key=[A-Za-z0-9_-]{40,}$", link);

        Assert.Equal((1, "No draft and no article of a later day is named 'care/linen'. Names are category/name; what is published needs no link."), await PreviewAsync("care/linen"));
        Assert.Equal((1, "No draft and no article of a later day is named 'velvet'. Names are category/name; what is published needs no link."), await PreviewAsync("velvet"));
        Assert.Equal((1, "--days is from 1 to 365."), await PreviewAsync("care/velvet", "--days", "0"));
    }

    private async Task<(int Status, string Said)> PreviewAsync(params string[] arguments)
    {
        using var program = PortalProcess.Start(_folder, ["content", "preview", .. arguments, "--Content:Root=branch", "--Data:Root=data", "--Site:Url=https://shop.example", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None"]);
        return (await program.ExitAsync(), program.Said.Trim());
    }

    private void WriteDraft()
    {
        Repository.CopyContent(Path.Combine(_folder, "branch"));
        File.WriteAllText(Path.Combine(_folder, "branch/articles/en/care/velvet.md"), ArticleFile.Write("Velvet", "draft: true", "velvet"));
    }
}
