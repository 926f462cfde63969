using Microsoft.AspNetCore.Localization;

namespace Portal.Web.Resources;

/// <summary>Registers words and locales.</summary>
public static class ResourcesRegistration
{
    public static IServiceCollection AddResources(this IServiceCollection services) => services
        .AddLocalization()
        .AddScoped<Texts>()
        .Configure<RouteOptions>(options => options.SetParameterPolicy<LocaleConstraint>("locale"))
        .Configure<RequestLocalizationOptions>(options =>
        {
            options.SupportedCultures = Locale.All.Select(locale => locale.Formats).ToList();
            options.SupportedUICultures = Locale.All.Select(locale => locale.Culture).ToList();
            options.DefaultRequestCulture = new RequestCulture(Locale.All[0].Formats, Locale.All[0].Culture);
            options.RequestCultureProviders = [new PathCultureProvider()];
        });
}
