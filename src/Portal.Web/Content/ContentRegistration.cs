using System.Globalization;
using Microsoft.Net.Http.Headers;
using Portal.Web.Resources;

namespace Portal.Web.Content;

/// <summary>Registers what belongs to content, and the addresses that are no pages.</summary>
public static class ContentRegistration
{
    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = "video/mp4", [".webm"] = "video/webm", [".vtt"] = "text/vtt",
        [".svg"] = "image/svg+xml", [".png"] = "image/png", [".jpg"] = "image/jpeg", [".webp"] = "image/webp", [".avif"] = "image/avif",
    };

    public static IServiceCollection AddContent(this IServiceCollection services) => services
        .AddSingleton<PortalFolders>()
        .AddSingleton<SiteUrl>()
        .AddSingleton<AssetVersion>()
        .AddSingleton<SnapshotReader>()
        .AddSingleton<SnapshotStore>()
        .AddSingleton<EditorView>()
        .AddScoped(provider => provider.GetRequiredService<SnapshotStore>().Current)
        .AddScoped<ArticleVotes>()
        .AddHostedService<ContentWatcher>();

    public static void MapContent(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context, Snapshot snapshot) =>
        {
            context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            return Results.Redirect(Addresses.Home(PathCultureProvider.Preferred(context.Request, snapshot.Site).Code));
        });
        routes.MapGet("/theme.css", (Snapshot snapshot) => Results.Text(
            $":root {{ --accent: {snapshot.Site.Accent.Hex}; --on-accent: {snapshot.Site.Accent.TextOn}; }}\n", "text/css"));
        routes.MapGet("/media/{**path}", Media);
        routes.MapGet("/{locale:locale}/help/{category}/{article}.md", Markdown);
        routes.MapDiscovery();
    }

    private static IResult Media(string path, Snapshot snapshot, HttpContext context)
    {
        var root = Path.GetFullPath(snapshot.MediaRoot) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, path));
        if (!file.StartsWith(root, StringComparison.Ordinal) || !MediaTypes.TryGetValue(Path.GetExtension(file), out var type) || !File.Exists(file))
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.File(file, type, lastModified: new DateTimeOffset(File.GetLastWriteTimeUtc(file)), enableRangeProcessing: true);
    }

    private static IResult Markdown(string locale, string category, string article, Snapshot snapshot) =>
        snapshot.Library.FindArticle(locale, category, article) is { } found
            ? Results.Text(string.Create(CultureInfo.InvariantCulture, $"# {found.Title}\n\n{found.Summary}\n\n{found.Markdown}\n"), "text/markdown; charset=utf-8")
            : Results.NotFound();
}
