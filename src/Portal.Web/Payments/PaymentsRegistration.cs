namespace Portal.Web.Payments;

/// <summary>Registers providers and the worker that executes refunds.</summary>
public static class PaymentsRegistration
{
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddSingleton<IPaymentProvider, DemoProvider>()
        .AddScoped<RefundExecutor>()
        .AddHostedService<RefundWorker>();
}
