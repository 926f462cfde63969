using Portal.Returns.Policies;
using Portal.Returns.Policies.Proof;

namespace Portal.Returns.Tests.Policies.Proof;

/// <summary>Policies that are checked for the markets of the tests' shop.</summary>
internal static class ProofShop
{
    public static ProofMarket Market(string code) => new(code, Shop.CurrencyOf(code), Shop.ZoneOf(code));

    public static PolicyProof Check(Policy policy, params string[] markets) => PolicyCheck.Run(new PolicyBook([policy]), policy, "test.yaml", [.. markets.Select(Market)]);
}
