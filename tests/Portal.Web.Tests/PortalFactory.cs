using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Web.Data.Sqlite;
using Portal.Web.Orders.Demo;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests;

/// <summary>The whole site with demo orders, on its own database and its own copy of the content, at a time that tests set.</summary>
public sealed class PortalFactory : WebApplicationFactory<Program>
{
    /// <summary>A Wednesday in the holiday season.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 18, 10, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<byte[]>> Demo = new(SeedOnceAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    public PortalFactory() => ContentRoot = Repository.CopyContent(Path.Combine(_folder, "content"));

    /// <summary>Settings that differ from those of the other tests; to be given before the site is used.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Services that a test adds or replaces; to be given before the site is used.</summary>
    public Action<IServiceCollection> Replace { get; set; } = _ => { };

    /// <summary>Where database and caches are.</summary>
    public string DataRoot => Path.Combine(_folder, "data");

    /// <summary>The site's clock.</summary>
    public FakeTimeProvider Clock { get; } = new(Start);

    /// <summary>Every command that the site has sent to its database.</summary>
    public SentCommands Sent { get; } = new();

    /// <summary>A copy of the shipped content.</summary>
    public string ContentRoot { get; }

    /// <summary>A client that keeps cookies and follows no redirect.</summary>
    /// <param name="locale">What it asks for in <c>Accept-Language</c>.</param>
    /// <param name="address">The network address it comes from; all others share one.</param>
    public HttpClient Client(string? locale = null, string? address = null)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (locale is not null)
        {
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(locale);
        }

        if (address is not null)
        {
            client.DefaultRequestHeaders.Add(CallerAddress.Header, address);
        }

        return client;
    }

    /// <summary>A client that has proven to know an order of the handful.</summary>
    public async Task<HttpClient> ShopperOf(string number)
    {
        var client = Client();
        var hint = DemoOrders.Handful.Single(known => known.Number == number);
        var answer = await client.PostAsync("/en/orders", new FormUrlEncodedContent(new Dictionary<string, string> { ["number"] = hint.Number, ["proof"] = hint.Email }));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Runs something with services of its own.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        return await work(scope.ServiceProvider);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Directory.CreateDirectory(DataRoot);
        File.WriteAllBytes(Path.Combine(DataRoot, "portal.db"), Task.Run(() => Demo.Value).GetAwaiter().GetResult());
        builder.UseEnvironment("Development");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("Data:Root", DataRoot);
        builder.UseSetting("Content:Root", ContentRoot);
        builder.UseSetting("Demo:Enabled", "true");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services
                .AddSingleton<TimeProvider>(Clock)
                .AddSingleton<IStartupFilter, CallerAddress>()
                .ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(Sent));
            Replace(services);
        });
    }

    // The demo orders as of the start, so that a site finds them as it would store them.
    private static async Task<byte[]> SeedOnceAsync()
    {
        await using var database = await new SqliteDatabase().MigrateAsync();
        await using (var context = database.Open())
        {
            // As the site has it: what is overwritten is gone from the file.
            await context.Database.OpenConnectionAsync();
            await context.Database.ExecuteSqlAsync($"PRAGMA secure_delete = ON");
            await new DemoOrderStore(context).SeedAsync(Instant.FromDateTimeOffset(Start));
            await context.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return await File.ReadAllBytesAsync(database.File);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // Disposing the one way disposes the other way too.
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
