using Portal.Returns.Policies;
using Portal.Returns.Policies.Proof;

namespace Portal.Returns.Tests.Policies.Proof;

public sealed class ShippedProofTests
{
    private static readonly string[] Markets = ["US", "GB", "DE", "AT", "FR", "ES", "JP", "AE", "KW"];

    [Fact]
    public void Check_ShippedPolicy_IsProvedWithoutErrorsOrWarnings()
    {
        var proof = PolicyCheck.Run(Shop.ShippedBook, Shop.Shipped, "returns.yaml", [.. Markets.Select(ProofShop.Market)]);

        Assert.DoesNotContain(proof.Findings, finding => finding.Severity != FindingSeverity.Info);
        Assert.Equal(Markets, proof.Markets);
    }

    [Fact]
    public void Check_PolicyOfTheReadme_IsProvedWithoutErrorsOrWarnings()
    {
        var text = File.ReadAllText(Path.Combine(Shop.Root, "README.md")).Split("## A policy")[1].Split("```yaml\n")[1].Split("```")[0];
        var policy = Shop.Parse(text);

        var proof = PolicyCheck.Run(new PolicyBook([policy]), policy, "returns.yaml", [.. Markets.Select(ProofShop.Market)]);

        Assert.Equal(20, text.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain(proof.Findings, finding => finding.Severity != FindingSeverity.Info);
        Assert.All(Enum.GetValues<Question>(), question => Assert.NotEmpty(policy.Ask(question)));
    }

    [Fact]
    public void Shipped_UsesEveryQuestion() =>
        Assert.All(Enum.GetValues<Question>(), question => Assert.NotEmpty(Shop.Shipped.Ask(question)));
}
