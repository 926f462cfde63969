namespace Portal.Web.Payments;

/// <summary>Registers providers and the worker that executes refunds.</summary>
public static class PaymentsRegistration
{
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddSingleton<IPaymentProvider, DemoProvider>()
        .AddSingleton<IPaymentProvider, ManualProvider>()
        .AddScoped<RefundOutcomes>()
        .AddScoped<RefundReplacer>()
        .AddScoped<RefundDesk>()
        .AddScoped<RefundExecutor>()
        .AddHostedService<RefundWorker>();
}
