using Portal.Web.Data;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Cases;

public sealed class LegalClockOnSqlite : LegalClockTests
{
    private readonly SqliteDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}

public sealed class LegalClockOnPostgres : LegalClockTests
{
    private readonly PostgresDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}
