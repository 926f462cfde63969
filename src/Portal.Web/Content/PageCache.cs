using System.Collections.Concurrent;
using Microsoft.Net.Http.Headers;
using Portal.Web.Resources;

namespace Portal.Web.Content;

/// <summary>
/// Public pages are rendered once per snapshot and kept as compressed bytes: they carry nothing about the reader. Their ETag is build, snapshot and encoding,
/// so who has the page already is told that it has not changed.
/// </summary>
public static class PageCache
{
    // Far above what a shop writes; what is beyond is rendered each time.
    private const int MostPages = 50_000;

    private static readonly HashSet<string> Files = new(StringComparer.Ordinal) { "/sitemap.xml", "/robots.txt", "/llms.txt", "/theme.css" };

    public static void UsePageCache(this IApplicationBuilder app)
    {
        var assets = app.ApplicationServices.GetRequiredService<AssetVersion>();
        var editor = app.ApplicationServices.GetRequiredService<EditorView>();
        app.Use(async (context, next) =>
        {
            // What tells errors goes once they are mended.
            if (!IsKept(context.Request) || editor.HasFindings)
            {
                await next(context);
                return;
            }

            var snapshot = context.RequestServices.GetRequiredService<Snapshot>();
            var pages = snapshot.Pages.Of(assets.Current);
            var path = context.Request.Path.Value!;
            if (pages.GetValueOrDefault(path) is { } kept || await RenderAsync(context, next) is { } page && (kept = Keep(pages, path, page)) is not null)
            {
                await AnswerAsync(context, kept, $"{assets.Current}-{snapshot.Tag}");
            }
        });
    }

    private static bool IsKept(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.QueryString.HasValue && request.Path.Value is { } path
        && (Files.Contains(path) || (path.Split('/') is ["", var locale, .. var rest] && Locale.TryOf(locale) is not null && rest is [] or ["help", ..] or ["sitemap.xml"]));

    private static KeptPage Keep(ConcurrentDictionary<string, KeptPage> pages, string path, KeptPage page) =>
        pages.Count < MostPages ? pages.GetOrAdd(path, page) : page;

    // The page is rendered whole and plain; anything but a page that all readers may have passes through as it is.
    private static async Task<KeptPage?> RenderAsync(HttpContext context, RequestDelegate next)
    {
        var (body, accepted, method) = (context.Response.Body, context.Request.Headers.AcceptEncoding, context.Request.Method);
        using var rendered = new MemoryStream();
        context.Response.Body = rendered;
        context.Request.Headers.Remove(HeaderNames.AcceptEncoding);
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
            context.Request.Headers.AcceptEncoding = accepted;
            context.Request.Method = method;
        }

        if (context.Response is { StatusCode: StatusCodes.Status200OK, ContentType: { } type } && !context.Response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            return new KeptPage(type, rendered.ToArray());
        }

        if (!HttpMethods.IsHead(method))
        {
            rendered.Position = 0;
            await rendered.CopyToAsync(body, context.RequestAborted);
        }

        return null;
    }

    private static async Task AnswerAsync(HttpContext context, KeptPage page, string version)
    {
        var encoding = KeptPage.Best(context.Request.Headers.AcceptEncoding);
        var tag = new EntityTagHeaderValue($"\"{version}{(encoding.Length > 0 ? "-" : "")}{encoding}\"");
        var (request, response) = (context.Request.GetTypedHeaders(), context.Response);
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "public, no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.IfNoneMatch is { Count: > 0 } known && known.Any(one => one.Compare(tag, useStrongComparison: false) || one.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            response.ContentLength = null;
            return;
        }

        var bytes = page.Bytes(encoding);
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = page.Type;
        response.ContentLength = bytes.Length;
        if (encoding.Length > 0)
        {
            response.Headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}

/// <summary>The pages of one snapshot, made anew when stylesheets or scripts change.</summary>
public sealed class KeptPages
{
    private volatile Tuple<string, ConcurrentDictionary<string, KeptPage>> _kept = new("", []);

    public ConcurrentDictionary<string, KeptPage> Of(string assets)
    {
        var kept = _kept;
        if (!string.Equals(kept.Item1, assets, StringComparison.Ordinal))
        {
            kept = new(assets, []);
            _kept = kept;
        }

        return kept.Item2;
    }
}
