namespace Portal.Web.Payments.Stripe;

/// <summary>Registers Stripe as a provider, its events and its daily comparison, when the configuration has a key for it.</summary>
public static class StripeRegistration
{
    public static IServiceCollection AddStripe(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = StripeSettings.From(configuration);
        services.AddSingleton(settings).AddHostedService<StripeNotice>();
        return settings.SecretKey is null
            ? services
            : services
                .AddSingleton(_ => settings.Client())
                .AddSingleton<StripeProvider>()
                .AddSingleton<IPaymentProvider>(provider => provider.GetRequiredService<StripeProvider>())
                .AddScoped<StripeRefunds>()
                .AddScoped<CheckoutOrders>()
                .AddScoped<StripeEvents>()
                .AddScoped<MissedEvents>()
                .AddScoped<StripeReconciliation>()
                .AddScoped<Operations.IDailyJob, StripeDailyJob>()
                .AddHostedService<StripeEventWorker>();
    }

    public static void MapStripe(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/stripe/webhook", StripeWebhook.ReceiveAsync)
        .WithTags("Payments")
        .WithSummary("Takes Stripe's events; only Stripe can sign them.");
}
