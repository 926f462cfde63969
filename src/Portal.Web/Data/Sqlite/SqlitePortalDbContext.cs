using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Portal.Web.Data.Sqlite;

/// <summary>The embedded database.</summary>
public sealed class SqlitePortalDbContext : PortalDbContext
{
    public SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options)
        : base(options) =>
        // Every save in a transaction, also of a single row: transactions are what WriteGate lets through one by one.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
}

/// <summary>Lets <c>dotnet ef</c> make migrations without a running site.</summary>
public sealed class SqlitePortalDbContextFactory : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite("Data Source=:memory:").Options);
}
