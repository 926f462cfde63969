namespace Portal.Returns.Policies.Proof;

/// <summary>Rules that cannot be judged: an amount, a number or a fee has no value in the market, or one in another currency.</summary>
internal static class FaultClaims
{
    public static IEnumerable<Claim> Of(MarketProof proof) => proof.Policy.Rules.Select(rule => new Claim(
        FindingKind.Fault,
        rule,
        $"The rule '{rule.Id}' cannot be judged",
        new Formula.All(rule.Question == Question.Fees ? new Formula.Any(proof.Formulas.IsAsked(rule.Question), IsWithdrawn(proof)) : proof.Formulas.IsAsked(rule.Question), proof.Formulas.Faults(rule)),
        witness => witness.FaultOf(rule) is not null && witness.Traces(rule))
    {
        Detail = witness => witness.FaultOf(rule),
        About = [rule],
    });

    /// <summary>Postage is the one thing that is asked about a withdrawal.</summary>
    private static Formula.All IsWithdrawn(MarketProof proof) => new(proof.Space.IsWithdrawal(), proof.Law.GrantsWithdrawal, new Formula.Not(proof.Space.Is(Travel.Unshipped)));
}
