using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Notifications.Transport;
using Portal.Web.Orders;
using Portal.Web.Resources;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Notifications;

/// <summary>A node that writes and sends mails: the site's own services over a test's database, and a transport of the test's choice.</summary>
internal sealed class MailRoom : IAsyncDisposable
{
    /// <summary>The address that shoppers use.</summary>
    public const string Site = "https://help.example.com";

    private readonly ServiceProvider _services;

    public MailRoom(Func<PortalDbContext> open, TimeProvider clock, IMailTransport transport)
    {
        var services = new ServiceCollection();
        services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Site:Url", Site), new("Smtp:From", "returns@fernhill.example")]).Build())
            .AddSingleton<IHostEnvironment>(new Somewhere())
            .AddSingleton(clock)
            .AddSingleton<SiteUrl>()
            .AddSingleton<PortalFolders>()
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddScoped(_ => open())
            .AddScoped(provider => new Visit(provider.GetRequiredService<PortalDbContext>(), clock).Content)
            .AddSingleton<ILoggerFactory>(Log)
            .AddLogging()
            .AddResources()
            .AddOrders()
            .AddCases()
            .AddNotifications()
            .Replace(ServiceDescriptor.Singleton(transport));
        _services = services.BuildServiceProvider();
    }

    /// <summary>What was logged.</summary>
    public LoggedLines Log { get; } = new();

    /// <summary>Sends the next mail as the worker does.</summary>
    public async Task<bool> SendNextAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MailExecutor>().SendNextAsync();
    }

    /// <summary>Until nothing is due.</summary>
    public async Task<int> SendAllAsync()
    {
        var sent = 0;
        while (await SendNextAsync())
        {
            sent++;
        }

        return sent;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Somewhere : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "Portal.Web";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
