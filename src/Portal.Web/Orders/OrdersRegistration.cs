using Portal.Web.Orders.Demo;

namespace Portal.Web.Orders;

/// <summary>Registers what belongs to orders.</summary>
public static class OrdersRegistration
{
    public static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped<OrderReader>()
        .AddScoped<OrderLookup>()
        .AddScoped<Counters>()
        .AddScoped<LookupThrottle>()
        .AddScoped<LinkThrottle>()
        .AddScoped<OrderLinks>()
        .AddScoped<OrderSession>()
        .AddScoped<DemoOrderStore>();
}
