using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Portal.Web.Operations;

namespace Portal.Web.Api;

/// <summary>The JSON API and its description.</summary>
public static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Called, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(ApiKeyHandler.Called, policy => policy.AddAuthenticationSchemes(ApiKeyHandler.Called).RequireAuthenticatedUser());
        return services
            .AddOpenApi(ApiDescription.Configure)
            .AddProblemDetails()
            .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false)
            .ConfigureHttpJsonOptions(options =>
            {
                options.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
                options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            })
            .AddScoped<ApiKeys>()
            .AddScoped<ApiCalls>()
            .AddScoped<IDailyJob, OldApiCalls>()
            .AddScoped<OrderDocumentReader>()
            .AddScoped<OrderIntake>()
            .AddScoped<OrderImport>()
            .AddScoped<ReturnQuotes>()
            .AddScoped<ReturnIntake>();
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapOpenApi();
        var api = routes.MapGroup("/api");
        api.MapKnowledgeApi();
        var keyed = api.MapGroup("").RequireAuthorization(ApiKeyHandler.Called);
        keyed.MapOrdersApi();
        keyed.MapReturnsApi();
    }
}
