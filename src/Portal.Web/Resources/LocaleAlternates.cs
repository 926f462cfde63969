using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Web.Content;

namespace Portal.Web.Resources;

/// <summary>The same thing for readers of another locale.</summary>
/// <param name="Locale">Theirs.</param>
/// <param name="Url">Its address.</param>
/// <param name="IsTranslated">False where something else stands in: search engines must not take it for a translation.</param>
public sealed record LocaleAlternate(Locale Locale, string Url, bool IsTranslated);

/// <summary>Finds the page that shows the same thing in each locale that is switched on.</summary>
public static class LocaleAlternates
{
    /// <summary>Key under which a page with localized slugs leaves its alternates.</summary>
    public const string Key = "Alternates";

    /// <summary>The page's own addresses when it gave them; else this address with the locale exchanged.</summary>
    public static IReadOnlyList<LocaleAlternate> Of(ViewContext view, SiteSettings site)
    {
        ArgumentNullException.ThrowIfNull(view);
        var own = view.ViewData[Key] as IReadOnlyList<LocaleAlternate>;
        return site.Locales
            .Select(locale => own is null
                ? new LocaleAlternate(locale, Exchange(view.HttpContext.Request, locale), true)
                : own.FirstOrDefault(alternate => alternate.Locale == locale) ?? new LocaleAlternate(locale, Addresses.Help(locale.Code), false))
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
