using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Portal.Web.Notifications.Transport;

namespace Portal.Web.Tests.Notifications;

/// <summary><c>/dev/mail</c>. Its site is its own, since it keeps mails.</summary>
public sealed class MailPreviewTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Preview_InDevelopment_ListsMailsAndShowsThemInASandbox()
    {
        var id = Guid.NewGuid();
        var message = new MimeMessage { Subject = "Refunded <b>", MessageId = $"{id:N}@localhost", Body = new MultipartAlternative { new TextPart("plain") { Text = "as text" }, new TextPart("html") { Text = "<p style=\"color:red\">as HTML</p>" } } };
        message.To.Add(new MailboxAddress(null, "ada@example.com"));
        Assert.Equal(new MailAnswer.Accepted(), await site.Services.GetRequiredService<FolderTransport>().SendAsync(message));

        var list = await site.Client().GetAsync("/dev/mail");
        var page = await list.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        Assert.Contains("Refunded &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("ada@example.com", page, StringComparison.Ordinal);
        Pages.SecurityHeadersTests.AssertSound(list);

        var html = await site.Client().GetAsync($"/dev/mail/{id:N}/html");
        Assert.Contains("as HTML", await html.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var policy = Assert.Single(html.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);

        var text = await site.Client().GetAsync($"/dev/mail/{id:N}/text");
        Assert.Equal(("text/plain", "as text"), (text.Content.Headers.ContentType!.MediaType, (await text.Content.ReadAsStringAsync()).Trim()));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client().GetAsync($"/dev/mail/{Guid.NewGuid():N}/html")).StatusCode);
    }

    [Fact]
    public async Task Production_WithoutAMailServer_HasNoPreviewAndSaysThatMailsWait()
    {
        await using var production = site.WithWebHostBuilder(builder => builder.UseEnvironment("Production").UseSetting("Site:Url", "https://help.example.com"));
        var client = production.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/dev/mail")).StatusCode);
        var ready = await client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("Mails wait: Smtp:Host is not set.", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("https://help.example.com/en", await client.GetStringAsync("/en"), StringComparison.Ordinal);
    }
}
