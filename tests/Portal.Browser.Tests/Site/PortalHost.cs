using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Portal.Browser.Tests.Site;

/// <summary>The whole portal with demo orders on a port of its own, by the real clock, with its own database and its own copy of the content.</summary>
public sealed class PortalHost : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-browser-").FullName;

    private readonly string _content;

    public PortalHost()
    {
        _content = Repository.CopyContent(Path.Combine(_folder, "content"));
        UseKestrel(0);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Root", Path.Combine(_folder, "data"));
        builder.UseSetting("Content:Root", _content);
        builder.UseSetting("Demo:Enabled", "true");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Antiforgery", "Error");
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
