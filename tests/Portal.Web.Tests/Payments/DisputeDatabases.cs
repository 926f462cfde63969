using Portal.Web.Data;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Payments;

public sealed class DisputeOnSqlite : DisputeTests
{
    private readonly SqliteDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}

public sealed class DisputeOnPostgres : DisputeTests
{
    private readonly PostgresDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}
