using System.Runtime.CompilerServices;
using System.Text;

namespace Portal.Web.Api;

/// <param name="Number">The line's number, from 1.</param>
/// <param name="Kind">What was done; null when there are faults.</param>
/// <param name="Faults">What is wrong with it.</param>
public sealed record ImportedLine(int Number, IntakeKind? Kind, IReadOnlyList<JsonFault> Faults);

/// <summary>Stores orders from NDJSON, one document a line; each line stands for itself. Blank lines are skipped.</summary>
public sealed class OrderImport(OrderDocumentReader reader, OrderIntake intake)
{
    /// <summary>Reads and stores line by line.</summary>
    public async IAsyncEnumerable<ImportedLine> RunAsync(Stream input, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var lines = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false), leaveOpen: true);
        for (var number = 1; await lines.ReadLineAsync(cancellation) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return await StoreAsync(number, line, cancellation);
            }
        }
    }

    private async Task<ImportedLine> StoreAsync(int number, string line, CancellationToken cancellation)
    {
        var faults = new JsonFaults();
        var text = Encoding.UTF8.GetBytes(line);
        var (json, unreadable) = text.Length > ApiBody.MaxBytes ? (null, FormattableString.Invariant($"has more than {ApiBody.MaxBytes} bytes")) : StrictJson.Parse(text);
        using (json)
        {
            if (json is null)
            {
                faults.Add("$", unreadable!);
                return new ImportedLine(number, null, faults.Told);
            }

            var document = reader.Read(json.RootElement, faults);
            var normalized = document.Number is { } told ? OrderDocumentReader.Number(told, "$.number", faults) : "";
            if (document.Number is null)
            {
                faults.Add("$.number", "is missing");
            }

            if (faults.Any)
            {
                return new ImportedLine(number, null, faults.Told);
            }

            return await intake.StoreAsync(document, normalized, expected: null, cancellation) switch
            {
                IntakeOutcome.Stored stored => new ImportedLine(number, stored.Kind, []),
                IntakeOutcome.Faulty contradicts => new ImportedLine(number, null, contradicts.Faults.Told),
                _ => new ImportedLine(number, null, [new JsonFault("$.number", "is a demo order's, which cannot be changed")]),
            };
        }
    }
}
