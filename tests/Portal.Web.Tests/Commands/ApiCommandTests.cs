using System.Diagnostics;
using Portal.Web.Tests.Api;

namespace Portal.Web.Tests.Commands;

/// <summary>Keys, orders and returns at the command line: the program itself, on a database of its own.</summary>
public sealed class ApiCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-commands-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Keys_NewListRevoke_PrintTheKeyOnce()
    {
        var made = await RunAsync("keys", "new", "--name", "warehouse");
        Assert.Equal(0, made.Status);
        Assert.Matches("^portal_[A-Za-z0-9_-]{43}$", made.Output.Trim());
        Assert.Equal(1, (await RunAsync("keys", "new", "--name", "warehouse")).Status);
        Assert.Equal(2, (await RunAsync("keys", "new")).Status);
        Assert.Equal(2, (await RunAsync("keys", "new", "--name", "other", "stray")).Status);
        var listed = await RunAsync("keys", "list");
        Assert.Contains("warehouse", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Output.Trim(), listed.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("keys", "revoke", "warehouse")).Status);
        Assert.Equal(1, (await RunAsync("keys", "revoke", "warehouse")).Status);
        Assert.Contains("revoked", (await RunAsync("keys", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_AndReturns_TellFaultsByLineAndExitRight()
    {
        var (sound, faulty) = (ApiSite.Order(), ApiSite.Order());
        (sound["number"], faulty["number"], faulty["lines"]![0]!["quantity"]) = ("X-1", "X-2", 0);
        foreach (var order in new[] { sound, faulty })
        {
            // No demo here: a person pays back.
            order["payments"]![0]!["provider"] = "Manual";
        }

        var file = Path.Combine(_folder, "orders.ndjson");
        await File.WriteAllTextAsync(file, $"{sound.ToJsonString()}\n{faulty.ToJsonString()}\n");
        var whole = await RunAsync("orders", "import", "orders.ndjson", "--all-or-nothing");
        Assert.Equal((1, true), (whole.Status, whole.Output.Contains("nothing was stored", StringComparison.Ordinal)));
        Assert.Contains($"{file}:2: $.lines[0].quantity: ", whole.Errors, StringComparison.Ordinal);
        var each = await RunAsync("orders", "import", "orders.ndjson");
        Assert.Equal((1, "1 orders created, 0 changed, 0 as they were, 1 lines with faults"), (each.Status, each.Output.Trim()));
        await File.WriteAllTextAsync(file, sound.ToJsonString());
        var again = await RunAsync("orders", "import", "orders.ndjson", "--all-or-nothing");
        Assert.Equal((0, "0 orders created, 0 changed, 1 as they were, 0 lines with faults"), (again.Status, again.Output.Trim()));
        Assert.Equal(1, (await RunAsync("orders", "import", "none.ndjson")).Status);

        var listed = await RunAsync("returns", "list", "--all");
        Assert.Equal((0, "", "0 cases"), (listed.Status, listed.Output, listed.Errors.Trim()));
        Assert.Equal((1, "There is no such case."), await OfReview("R-0000-0000", "--approve"));
        Assert.Equal(2, (await OfReview("R-0000-0000", "--approve", "--refuse", "--reason", "No.")).Status);
        Assert.Equal(2, (await OfReview("R-0000-0000", "--refuse")).Status);
    }

    private async Task<(int Status, string Errors)> OfReview(params string[] arguments)
    {
        var (status, _, errors) = await RunAsync(["returns", "review", .. arguments]);
        return (status, errors.Trim());
    }

    private async Task<(int Status, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var program = Process.Start(PortalProcess.How(_folder, [.. arguments, $"--Content:Root={Repository.Content}", "--Data:Root=data", "--Site:Url=https://shop.example", "--Logging:LogLevel:Default=None"]))!;
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

        return (program.ExitCode, await output, await errors);
    }
}
