using Portal.Web.Cases;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Commands;

/// <summary>What people of the shop do at the command line about withdrawals and refunds.</summary>
public sealed class DeskCommandTests : IDisposable
{
    private readonly CommandRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Withdrawals_ListAndHandled_ShowWhatWaitsUntilItIsSeenTo()
    {
        var none = await _room.RunAsync("withdrawals", "list");
        Assert.Equal((0, "", "0 withdrawals"), (none.Status, none.Output, none.Errors.Trim()));
        var id = Guid.NewGuid();
        await using (var visit = new Visit(_room.Open(), TimeProvider.System))
        {
            await visit.StoreAsync("P-1001");
            await visit.Withdrawals.StoreAsync(id, new WithdrawalStatement("Ada Fischer", "P-1001", "ada.fischer@example.com"));
        }

        var listed = await _room.RunAsync("withdrawals", "list");
        Assert.Matches($@"^\S+Z  refund by \d{{4}}-\d\d-\d\d  order P-1001  Ada Fischer <ada\.fischer@example\.com> about ""P-1001""  waits; when it is done: withdrawals handled {id}$", listed.Output.Trim());
        Assert.Equal(1, (await _room.RunAsync("withdrawals", "handled", Guid.NewGuid().ToString())).Status);
        Assert.Equal(2, (await _room.RunAsync("withdrawals", "handled", "the first")).Status);
        Assert.Equal(0, (await _room.RunAsync("withdrawals", "handled", id.ToString())).Status);
        Assert.Equal("", (await _room.RunAsync("withdrawals", "list")).Output);
        Assert.Contains("handled 2", (await _room.RunAsync("withdrawals", "list", "--all")).Output, StringComparison.Ordinal);
    }
}
