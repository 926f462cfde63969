using System.Text.Json;
using Portal.Returns.Decisions;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Commands;

/// <summary>What people of the shop ask about decisions: why it is so, and what a new policy would change.</summary>
public sealed class PolicyDecisionCommandTests : IDisposable
{
    private readonly CommandRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Explain_Order_ShowsWhatDecidedInWordsOfTheLocale()
    {
        var missing = await _room.RunAsync("policy", "explain", "P-1003", "L1");
        Assert.Equal((1, "There is no order 'P-1003'."), (missing.Status, missing.Errors.Trim()));
        await StoreAsync("P-1001", "P-1003");

        var refused = await _room.RunAsync("policy", "explain", "p-1003", "L1");
        Assert.Equal(0, refused.Status);
        Assert.Contains("Verdict: Not returnable (return)", refused.Output, StringComparison.Ordinal);
        Assert.Contains("rule “final-sale” answers refuse: final-sale", refused.Output, StringComparison.Ordinal);
        Assert.Contains("labels of the item: final-sale", refused.Output, StringComparison.Ordinal);
        Assert.Matches("Nearest grant: If it is damaged, faulty or wrong, tell us until [0-9]+ [A-Z][a-z]+ [0-9]{4}", refused.Output);

        var german = await _room.RunAsync("policy", "explain", "P-1001", "L1", "--reason", "damaged", "--locale", "de");
        Assert.Contains("Grund: Kam beschädigt an, verlangt: Fehlte im Paket", german.Output, StringComparison.Ordinal);
        Assert.Matches(@"verlangt: höchstens 25,00\s€ \(intern\)|für die Stücke bezahlter Betrag: [0-9]+,[0-9]{2}\s€", german.Output);
        Assert.Equal("", german.Errors);

        var withdrawn = await _room.RunAsync("policy", "explain", "P-1001", "L1", "--kind", "withdrawal");
        Assert.Contains("(withdrawal)", withdrawn.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_WhatIsNotThere_SaysWhatIs()
    {
        await _room.RunAsync("policy", "explain", "P-1001", "L1");
        await StoreAsync("P-1001");
        foreach (var (arguments, expected) in new (string[], string)[]
        {
            (["L9"], "There is no line 'L9' here. There are: L1"),
            (["L1", "--reason", "boredom"], "There is no reason 'boredom' here. There are: ChangedMind, "),
            (["L1", "--kind", "gift"], "There is no kind 'gift' here. There are: Return, Withdrawal, Claim."),
            (["L1", "--kind", "claim"], "There is no kind 'Claim' here. There are: "),
            (["L1", "--locale", "xx"], "There is no locale 'xx' here. There are: en"),
        })
        {
            var wrong = await _room.RunAsync(["policy", "explain", "P-1001", .. arguments]);
            Assert.Equal((2, ""), (wrong.Status, wrong.Output));
            Assert.StartsWith(expected, wrong.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Replay_NewPolicy_ShowsWhatItFlipsAmongCasesAndOrdersWithout()
    {
        var shipped = Path.Combine(Repository.Content, "policies", "returns.yaml");
        await _room.RunAsync("policy", "replay", shipped);
        await StoreAsync("P-1001", "P-1002", "P-1003");
        await using (var visit = new Visit(_room.Open(), TimeProvider.System))
        {
            await visit.OpenedAsync("P-1001", new Asked("L1", Reason.ChangedMind, Shipment: ShipmentMethod.SendBack));
        }

        var same = await _room.RunAsync("policy", "replay", shipped, "--json");
        using (var json = JsonDocument.Parse(same.Output))
        {
            Assert.Equal((1, 0, 0), (Number(json, "stored"), Number(json, "flipped"), Number(json, "unreadable")));
            Assert.True(Number(json, "assumed") > 0);
        }

        var text = await File.ReadAllTextAsync(shipped);
        await File.WriteAllTextAsync(Path.Combine(_room.Folder, "new.yaml"), text.Replace("    offer: [Refund]", "    offer: [Refund, StoreCredit]\n    bonus: 10%", StringComparison.Ordinal));
        var table = await _room.RunAsync("policy", "replay", "new.yaml", "--since", "60d");
        Assert.Equal(0, table.Status);
        Assert.Contains(": 1 of stored cases, ", table.Output, StringComparison.Ordinal);
        Assert.Matches(@"higher bonus +[0-9]+  .*[0-9]+\.[0-9]{2} GBP", table.Output);
        Assert.Contains("    P-1002 L1, ChangedMind on ", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_WhatCannotBe_SaysWhy()
    {
        await File.WriteAllTextAsync(Path.Combine(_room.Folder, "broken.yaml"), "policy: p\nfrom: tomorrow\n");
        var broken = await _room.RunAsync("policy", "replay", "broken.yaml");
        Assert.Equal((1, ""), (broken.Status, broken.Output));
        Assert.StartsWith("broken.yaml:2:7: ", broken.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await _room.RunAsync("policy", "replay", "none.yaml")).Status);
        Assert.Equal(2, (await _room.RunAsync("policy", "replay", "broken.yaml", "--since", "90")).Status);
    }

    private static int Number(JsonDocument json, string name) => json.RootElement.GetProperty(name).GetInt32();

    private async Task StoreAsync(params string[] numbers)
    {
        await using var visit = new Visit(_room.Open(), TimeProvider.System);
        await visit.StoreAsync(numbers);
    }
}
