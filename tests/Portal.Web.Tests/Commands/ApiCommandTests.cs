using Portal.Web.Tests.Api;

namespace Portal.Web.Tests.Commands;

/// <summary>Keys, orders and returns at the command line: the program itself, on a database of its own.</summary>
public sealed class ApiCommandTests : IDisposable
{
    private readonly CommandRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Keys_NewListRevoke_PrintTheKeyOnce()
    {
        var made = await _room.RunAsync("keys", "new", "--name", "warehouse");
        Assert.Equal(0, made.Status);
        Assert.Matches("^portal_[A-Za-z0-9_-]{43}$", made.Output.Trim());
        Assert.Equal(1, (await _room.RunAsync("keys", "new", "--name", "warehouse")).Status);
        Assert.Equal(2, (await _room.RunAsync("keys", "new")).Status);
        Assert.Equal(2, (await _room.RunAsync("keys", "new", "--name", "other", "stray")).Status);
        var listed = await _room.RunAsync("keys", "list");
        Assert.Contains("warehouse", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Output.Trim(), listed.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _room.RunAsync("keys", "revoke", "warehouse")).Status);
        Assert.Equal(1, (await _room.RunAsync("keys", "revoke", "warehouse")).Status);
        Assert.Contains("revoked", (await _room.RunAsync("keys", "list")).Output, StringComparison.Ordinal);
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

        var file = Path.Combine(_room.Folder, "orders.ndjson");
        await File.WriteAllTextAsync(file, $"{sound.ToJsonString()}\n{faulty.ToJsonString()}\n");
        var whole = await _room.RunAsync("orders", "import", "orders.ndjson", "--all-or-nothing");
        Assert.Equal((1, true), (whole.Status, whole.Output.Contains("nothing was stored", StringComparison.Ordinal)));
        Assert.Contains($"{file}:2: $.lines[0].quantity: ", whole.Errors, StringComparison.Ordinal);
        var each = await _room.RunAsync("orders", "import", "orders.ndjson");
        Assert.Equal((1, "1 orders created, 0 changed, 0 as they were, 1 lines with faults"), (each.Status, each.Output.Trim()));
        await File.WriteAllTextAsync(file, sound.ToJsonString());
        var again = await _room.RunAsync("orders", "import", "orders.ndjson", "--all-or-nothing");
        Assert.Equal((0, "0 orders created, 0 changed, 1 as they were, 0 lines with faults"), (again.Status, again.Output.Trim()));
        Assert.Equal(1, (await _room.RunAsync("orders", "import", "none.ndjson")).Status);

        var listed = await _room.RunAsync("returns", "list", "--all");
        Assert.Equal((0, "", "0 cases"), (listed.Status, listed.Output, listed.Errors.Trim()));
        Assert.Equal((1, "There is no such case."), await OfReview("R-0000-0000", "--approve"));
        Assert.Equal(2, (await OfReview("R-0000-0000", "--approve", "--refuse", "--reason", "No.")).Status);
        Assert.Equal(2, (await OfReview("R-0000-0000", "--refuse")).Status);
    }

    private async Task<(int Status, string Errors)> OfReview(params string[] arguments)
    {
        var result = await _room.RunAsync(["returns", "review", .. arguments]);
        return (result.Status, result.Errors.Trim());
    }
}
