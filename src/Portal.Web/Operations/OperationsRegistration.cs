namespace Portal.Web.Operations;

/// <summary>Registers what keeps the site running: daily jobs, health, telemetry, retention.</summary>
public static class OperationsRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<DailyJobs>()
        .AddHostedService(provider => provider.GetRequiredService<DailyJobs>());
}
