using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;
using Portal.Web.Content;

namespace Portal.Web.Resources;

/// <summary>Takes the locale from the first segment of the address; only where there is none, from what the browser prefers.</summary>
public sealed class PathCultureProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var site = httpContext.RequestServices.GetRequiredService<Snapshot>().Site;
        var segment = httpContext.Request.Path.Value?.Split('/').ElementAtOrDefault(1);
        var locale = site.Locales.FirstOrDefault(known => string.Equals(known.Code, segment, StringComparison.Ordinal)) ?? Preferred(httpContext.Request, site);
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(new StringSegment(locale.CultureName), new StringSegment(locale.Code)));
    }

    /// <summary>The locale a browser asks for, by its quality values; the default locale when it asks for none of ours.</summary>
    public static Locale Preferred(HttpRequest request, SiteSettings site)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => site.Locales.FirstOrDefault(locale => language.Value.Value?.Split('-')[0].Equals(locale.Code, StringComparison.OrdinalIgnoreCase) == true))
            .FirstOrDefault(locale => locale is not null) ?? site.DefaultLocale;
    }
}
