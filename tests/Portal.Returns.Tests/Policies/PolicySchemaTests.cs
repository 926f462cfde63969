using System.Text.Json.Nodes;
using CsCheck;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

public sealed class PolicySchemaTests
{
    private const string Head = "policy: p\nfrom: 2025-01-01\n";

    private static readonly JsonObject Schema = JsonNode.Parse(PolicySchema.Write())!.AsObject();

    [Fact]
    public void Write_GivesTheFileBesideThePolicies() => Assert.Equal(
        File.ReadAllText(Path.Combine(Shop.Root, "content", "policies", "policy.schema.json")).ReplaceLineEndings("\n"),
        PolicySchema.Write(),
        StringComparer.Ordinal);

    [Fact]
    public void Shipped_FitsAndNamesTheSchema()
    {
        Assert.StartsWith("# yaml-language-server: $schema=policy.schema.json", Shop.Shipped.Text, StringComparison.Ordinal);
        Assert.Null(JsonSchema.Fault(Schema, Shop.Shipped.Text));
    }

    [Fact]
    public void AnyPolicy_Fits()
    {
        RandomPolicies.All.Sample(policy => Assert.Null(JsonSchema.Fault(Schema, PolicyWriter.Write(policy))), iter: Properties.Cases(500), threads: 1, print: PolicyWriter.Write);
    }

    [Theory]
    [InlineData("policy: p")]
    [InlineData("policy: P\nfrom: 2025-01-01")]
    [InlineData("policy: p\nfrom: 2025-13-01")]
    [InlineData(Head + "elegibility: []")]
    [InlineData(Head + "markets: [Germany]")]
    [InlineData(Head + "limits: { low: 25.5 JPY }")]
    [InlineData(Head + "limits: { low: 25 EURO }")]
    [InlineData(Head + "limits: { low: 101% }")]
    [InlineData(Head + "limits: { low: { de: 1 } }")]
    [InlineData(Head + "eligibility: [{ allow: true }]")]
    [InlineData(Head + "eligibility: [{ id: a }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: false }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, refuse: b }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, days: 3 }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, when: {} }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, when: { item.tag: x } }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, when: { kind: Clam } }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, when: { any: [] } }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, when: { delivered: 1 } }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, when: { item.amount: 5.00 EUR } }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, when: { item.weight: { unknown: true } } }]")]
    [InlineData(Head + "eligibility: [{ id: a, allow: true, when: { item.quantity: { atMost: 1, unknown: true } } }]")]
    [InlineData(Head + "window: [{ id: a, days: 40000 }]")]
    [InlineData(Head + "window: [{ id: a, days: 30, from: parcel }]")]
    [InlineData(Head + "resolutions: [{ id: a, offer: [] }]")]
    [InlineData(Head + "shipment: [{ id: a, method: Burn }]")]
    [InlineData(Head + "fees: [{ id: a, charge: free }]")]
    [InlineData(Head + "fees: [{ id: a, charge: [{ fee: x }] }]")]
    [InlineData(Head + "refundWhen: [{ id: a, at: sometime }]")]
    public void Mistake_FitsNeitherSchemaNorReader(string text)
    {
        Assert.NotNull(JsonSchema.Fault(Schema, text));
        Assert.NotEmpty(PolicyReader.Read("p.yaml", text).Errors);
    }
}
