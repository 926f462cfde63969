using System.CommandLine;
using System.Globalization;
using Portal.Web.Api;
using Portal.Web.Data;

namespace Portal.Web.Commands;

/// <summary><c>orders import</c>: orders from a file, one JSON document a line, as <c>PUT /api/orders/{number}</c> takes them.</summary>
public static class OrdersImportCommand
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "NDJSON: one order a line, with its number. '-' reads the standard input." };
        var whole = new Option<bool>("--all-or-nothing") { Description = "Stores nothing unless every line is sound." };
        var command = new Command("import", "Stores orders from a file. Every fault is told with line and JSON path; exit status 1 when there is one.") { file, whole };
        command.SetWork((parsed, services, cancellation) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(whole), services, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, bool isWhole, IServiceProvider services, CancellationToken cancellation)
    {
        var name = file is "-" ? "standard input" : Path.GetFullPath(file);
        await using var input = file is "-" ? Console.OpenStandardInput() : OpenOrNull(name);
        if (input is null)
        {
            await Console.Error.WriteLineAsync($"There is no file {name}.");
            return 1;
        }

        var database = services.GetRequiredService<PortalDbContext>();
        await using var transaction = isWhole ? await database.Database.BeginTransactionAsync(cancellation) : null;
        var clock = services.GetRequiredService<TimeProvider>();
        var reported = clock.GetTimestamp();
        var import = services.GetRequiredService<OrderImport>();
        var total = new ImportCount(0, 0, 0, 0);
        await foreach (var line in import.RunAsync(input, cancellation))
        {
            foreach (var fault in line.Faults)
            {
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}:{line.Number}: {fault.Path}: {fault.Message}"));
            }

            total = total.With(line);
            if (clock.GetElapsedTime(reported) > BetweenReports)
            {
                reported = clock.GetTimestamp();
                await Console.Error.WriteLineAsync($"{total} …");
            }
        }

        var isDone = total.Faulty == 0;
        if (transaction is not null && isDone)
        {
            await transaction.CommitAsync(cancellation);
        }

        await Console.Out.WriteLineAsync(isWhole && !isDone ? FormattableString.Invariant($"{total.Faulty} lines have faults: nothing was stored") : total.ToString());
        return isDone ? 0 : 1;
    }

    private static FileStream? OpenOrNull(string name) => File.Exists(name) ? File.OpenRead(name) : null;

    private sealed record ImportCount(int Created, int Changed, int Unchanged, int Faulty)
    {
        public ImportCount With(ImportedLine line) => line.Kind switch
        {
            IntakeKind.Created => this with { Created = Created + 1 },
            IntakeKind.Changed => this with { Changed = Changed + 1 },
            IntakeKind.Unchanged => this with { Unchanged = Unchanged + 1 },
            _ => this with { Faulty = Faulty + 1 },
        };

        public override string ToString() => FormattableString.Invariant($"{Created} orders created, {Changed} changed, {Unchanged} as they were, {Faulty} lines with faults");
    }
}
