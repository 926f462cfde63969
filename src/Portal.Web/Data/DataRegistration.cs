using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Web.Content;
using Portal.Web.Data.Postgres;
using Portal.Web.Data.Sqlite;

namespace Portal.Web.Data;

/// <summary>Registers the database that <c>Database:Provider</c> names: <c>Sqlite</c> (default) or <c>Postgres</c>.</summary>
public static class DataRegistration
{
    private const string PreparedStatements = "100";

    private static readonly OneConnection OneConnection = new();

    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        if (IsPostgres(configuration))
        {
            services.AddDbContext<PortalDbContext, PostgresPortalDbContext>(options => options
                .UseNpgsql(PostgresConnectionText(configuration))
                .AddInterceptors(OneConnection));
        }
        else
        {
            services
                .AddSingleton<WriteGate>()
                .AddSingleton<GatedWriting>()
                .AddSingleton<DatabaseFileLock>()
                .AddDbContext<PortalDbContext, SqlitePortalDbContext>((provider, options) => options
                    .UseSqlite(SqliteConnectionText(configuration, provider.GetRequiredService<PortalFolders>()))
                    .AddInterceptors(provider.GetRequiredService<GatedWriting>(), OneConnection));
        }

        services.AddDataProtection().SetApplicationName("Portal").PersistKeysToDbContext<PortalDbContext>();
        return services;
    }

    /// <summary>The file of the embedded database, or null when the portal has PostgreSQL beside it.</summary>
    public static string? SqliteFile(IConfiguration configuration, PortalFolders folders) => IsPostgres(configuration)
        ? null
        : Path.GetFullPath(new SqliteConnectionStringBuilder(SqliteConnectionText(configuration, folders)).DataSource);

    /// <summary>Where the database is, for error messages; never with a password.</summary>
    public static string Describe(IConfiguration configuration, PortalFolders folders) => SqliteFile(configuration, folders) is { } file
        ? $"that {file} can be written (Data:Root)"
        : "ConnectionStrings:Portal";

    private static bool IsPostgres(IConfiguration configuration) => configuration["Database:Provider"] switch
    {
        null or "" or "Sqlite" => false,
        "Postgres" => true,
        var other => throw new SettingException($"Database:Provider is '{other}'; it can be Sqlite or Postgres."),
    };

    // Planning the same few statements again and again costs PostgreSQL more than running them, and nothing here changes a session
    // that a pool would have to reset. What the text itself says comes later, and counts.
    private static string PostgresConnectionText(IConfiguration configuration) =>
        new NpgsqlConnectionStringBuilder($"Max Auto Prepare={PreparedStatements};No Reset On Close=true;{configuration.GetConnectionString("Portal")}").ToString();

    private static string SqliteConnectionText(IConfiguration configuration, PortalFolders folders) =>
        configuration.GetConnectionString("Portal") is { Length: > 0 } text
            ? text
            : new SqliteConnectionStringBuilder { DataSource = Path.Combine(folders.Data, "portal.db"), ForeignKeys = true }.ToString();
}
