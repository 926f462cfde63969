namespace Portal.Returns.Policies.Proof;

/// <summary>Rules that cannot be judged: an amount, a number or a fee has no value in the market, or one in another currency.</summary>
internal static class FaultClaims
{
    public static IEnumerable<Claim> Of(MarketProof proof) => proof.Policy.Rules.Select(rule => new Claim(
        FindingKind.Fault,
        rule,
        $"The rule '{rule.Id}' cannot be judged",
        new Formula.All(
            rule.Question == Question.Fees ? new Formula.Any(proof.Formulas.IsAsked(rule.Question), proof.Space.IsWithdrawal()) : proof.Formulas.IsAsked(rule.Question),
            proof.Formulas.Faults(rule)),
        witness => witness.FaultOf(rule) is not null)
    {
        Detail = witness => witness.FaultOf(rule),
        About = [rule],
    });
}
