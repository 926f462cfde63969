namespace Portal.Web.Tests.Commands;

/// <summary>What an editor types before publishing a policy.</summary>
public sealed class PolicyCheckCommandTests : IDisposable
{
    private readonly CommandRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Check_ShippedPolicies_AreProvedForEveryMarket()
    {
        var shipped = await _room.RunAsync("policy", "check");

        Assert.Equal((0, ""), (shipped.Status, shipped.Errors));
        Assert.Matches(@"returns\.yaml: 0 errors, 0 warnings, [0-9]+ notes; [0-9]+ rules in 9 markets \(US, GB, DE, AT, FR, ES, JP, AE, KW\) and [0-9]+ cases: all of it was proved", shipped.Output);
    }

    [Fact]
    public async Task Check_File_NamesPlaceAndExampleOfWhatIsWrong()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Content, "policies", "returns.yaml"));
        await File.WriteAllTextAsync(Path.Combine(_room.Folder, "new.yaml"), text.Replace("when: { kind: Return, item.tags: final-sale }", "when: { item.tags: final-sale }", StringComparison.Ordinal));

        var wrong = await _room.RunAsync("policy", "check", "new.yaml");

        Assert.Equal((1, ""), (wrong.Status, wrong.Errors));
        Assert.Contains("new.yaml:37:5: error: The rule 'final-sale' refuses the right of withdrawal [GB, DE, AT, FR, ES]", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("  for example: reason: ChangedMind, market: GB, item.tags: [final-sale], ", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("new.yaml: 2 errors, ", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhatCannotBeRead_SaysWhy()
    {
        await File.WriteAllTextAsync(Path.Combine(_room.Folder, "broken.yaml"), "policy: p\nfrom: tomorrow\n");
        var broken = await _room.RunAsync("policy", "check", "broken.yaml");
        Assert.Equal(1, broken.Status);
        Assert.Contains("broken.yaml:2:7: ", broken.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 errors; nothing was proved", broken.Output.Trim(), StringComparison.Ordinal);

        var missing = await _room.RunAsync("policy", "check", "none.yaml");
        Assert.Equal((1, "", "There is no file none.yaml."), (missing.Status, missing.Output, missing.Errors.Trim()));
        Assert.Equal(2, (await _room.RunAsync("policy", "check", "--strict")).Status);
    }
}
