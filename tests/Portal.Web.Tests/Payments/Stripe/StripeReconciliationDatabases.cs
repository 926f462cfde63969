using Portal.Web.Data;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Payments.Stripe;

public sealed class StripeReconciliationOnSqlite : StripeReconciliationTests
{
    private readonly SqliteDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync()
    {
        await _database.MigrateAsync();
        await StartAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _database.DisposeAsync();
    }
}

public sealed class StripeReconciliationOnPostgres : StripeReconciliationTests
{
    private readonly PostgresDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync()
    {
        await _database.MigrateAsync();
        await StartAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _database.DisposeAsync();
    }
}
