using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Portal.Web.Orders.Demo;

namespace Portal.Web.Tests.Api;

/// <summary>One of several nodes that share nothing but a PostgreSQL database.</summary>
/// <param name="connectionText">How to reach it.</param>
public sealed class PortalHost(string connectionText) : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-node-").FullName;

    /// <summary>A browser that has proven to know an order of the handful.</summary>
    public async Task<Visitor> ShopperOf(string number)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var hint = DemoOrders.Handful.Single(known => known.Number == number);
        var answer = await client.PostAsync("/en/orders", new FormUrlEncodedContent(new Dictionary<string, string> { ["number"] = hint.Number, ["proof"] = hint.Email }));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return new Visitor(client);
    }

    /// <summary>A program with a key.</summary>
    public HttpClient Program(string key)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("Data:Root", Path.Combine(_folder, "data"));
        builder.UseSetting("Content:Root", Repository.Content);
        builder.UseSetting("Database:Provider", "Postgres");
        builder.UseSetting("ConnectionStrings:Portal", connectionText);
        builder.UseSetting("Demo:Enabled", "true");
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(PortalFactory.Start)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
