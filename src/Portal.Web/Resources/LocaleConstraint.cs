using Portal.Web.Content;

namespace Portal.Web.Resources;

/// <summary>Lets a route match only locales that are switched on.</summary>
public sealed class LocaleConstraint(SnapshotStore snapshots) : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection)
    {
        ArgumentNullException.ThrowIfNull(values);
        var code = values[routeKey] as string;
        return snapshots.Current.Site.Locales.Any(locale => string.Equals(locale.Code, code, StringComparison.Ordinal));
    }
}
