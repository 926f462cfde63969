using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data.Sqlite;

namespace Portal.Web.Tests.Commands;

/// <summary>A folder in which an operator types commands: the program itself, on a database of its own.</summary>
internal sealed class CommandRoom : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public string Folder { get; } = Directory.CreateTempSubdirectory("portal-commands-").FullName;

    private string DatabaseFile => Path.Combine(Folder, "data", "portal.db");

    /// <summary>Types a command with the settings that every one of them takes.</summary>
    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var program = Process.Start(PortalProcess.How(Folder, [.. arguments, $"--Content:Root={Repository.Content}", "--Data:Root=data", "--Site:Url=https://shop.example", "--Logging:LogLevel:Default=None"]))!;
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        try
        {
            await program.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            program.Kill(entireProcessTree: true);
            throw;
        }

        return new CommandResult(program.ExitCode, await output, await errors);
    }

    /// <summary>The database, once a command has made it.</summary>
    public SqlitePortalDbContext Open() => new(new DbContextOptionsBuilder<SqlitePortalDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString())
        .Options);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a command left: its exit status and what it wrote.</summary>
internal sealed record CommandResult(int Status, string Output, string Errors);
