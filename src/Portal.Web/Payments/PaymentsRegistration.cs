using Portal.Web.Operations;

namespace Portal.Web.Payments;

/// <summary>Registers providers and the worker that executes refunds.</summary>
public static class PaymentsRegistration
{
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddSingleton<IPaymentProvider, DemoProvider>()
        .AddSingleton<IPaymentProvider, ManualProvider>()
        .AddScoped<RefundHolds>()
        .AddScoped<IConcern>(services => services.GetRequiredService<RefundHolds>())
        .AddHostedService<RefundHoldNotice>()
        .AddScoped<RefundOutcomes>()
        .AddScoped<RefundReplacer>()
        .AddScoped<RefundDesk>()
        .AddScoped<RefundExecutor>()
        .AddHostedService<RefundWorker>();
}
