using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Web.Content;

namespace Portal.Web.Resources;

/// <summary>The same thing in another locale.</summary>
public sealed record LocaleAlternate(Locale Locale, string Url);

/// <summary>Finds the page that shows the same thing in each locale that is switched on.</summary>
public static class LocaleAlternates
{
    /// <summary>Key under which a page with localized slugs leaves its addresses, by locale code.</summary>
    public const string Key = "Alternates";

    /// <summary>The page's own addresses when it gave them; else this address with the locale exchanged.</summary>
    public static IReadOnlyList<LocaleAlternate> Of(ViewContext view, SiteSettings site)
    {
        ArgumentNullException.ThrowIfNull(view);
        var own = view.ViewData[Key] as IReadOnlyDictionary<string, string>;
        return site.Locales
            .Select(locale => new LocaleAlternate(locale, own?.GetValueOrDefault(locale.Code) ?? (own is null ? Exchange(view.HttpContext.Request, locale) : Addresses.Help(locale.Code))))
            .ToList();
    }

    private static string Exchange(HttpRequest request, Locale locale)
    {
        var path = request.Path.Value ?? "/";
        var rest = path.IndexOf('/', 1);
        return Locale.TryOf(path.Split('/').ElementAtOrDefault(1)) is null
            ? Addresses.Home(locale.Code)
            : $"/{locale.Code}{(rest < 0 ? "" : path[rest..])}{request.QueryString}";
    }
}
