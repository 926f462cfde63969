using Portal.Web.Data;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Notifications;

public sealed class MailExecutorOnSqlite : MailExecutorTests
{
    private readonly SqliteDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}

public sealed class MailExecutorOnPostgres : MailExecutorTests
{
    private readonly PostgresDatabase _database = new();

    public override PortalDbContext Open() => _database.Open();

    public override async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public override ValueTask DisposeAsync() => _database.DisposeAsync();
}
