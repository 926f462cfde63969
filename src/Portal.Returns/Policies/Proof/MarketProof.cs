namespace Portal.Returns.Policies.Proof;

/// <summary>A policy in one market, ready to be asked what it makes of requests.</summary>
internal sealed class MarketProof
{
    /// <summary>Every check, in no particular order: findings are sorted by their place.</summary>
    private static readonly Func<MarketProof, IEnumerable<Claim>>[] Checks = [FaultClaims.Of, UnansweredClaims.Of, ContradictionClaims.Of, LawClaims.Of];

    private readonly Search _search;

    public MarketProof(PolicyBook policies, Policy policy, Space space, int steps)
    {
        (Policy, Space, Formulas, Law) = (policy, space, new PolicyFormulas(policy, space), new LawFormulas(space));
        _search = new Search(space, new OrderMaker(policies, policy, space), steps);
    }

    public Policy Policy { get; }

    public Space Space { get; }

    public PolicyFormulas Formulas { get; }

    public LawFormulas Law { get; }

    /// <summary>The parts of the space that were looked at.</summary>
    public long Steps => _search.Steps;

    /// <summary>Everything that some request may show.</summary>
    public IEnumerable<Claim> Claims => Checks.SelectMany(check => check(this));

    public (Found Found, Witness? Witness) Try(Claim claim) => _search.Run(claim.Wanted, claim.Shows);

    /// <summary>Whether some request matches a rule.</summary>
    public Found Matches(Rule rule) => Ask(rule, Formulas.Matches(rule), _ => true);

    /// <summary>Whether some request is answered by a rule.</summary>
    public Found Answers(Rule rule) => Ask(rule, new Formula.Any(Formulas.Answers(rule), Formulas.Faults(rule)), witness => witness.IsAnsweredBy(rule) || witness.FaultOf(rule) is not null);

    /// <summary>Only about fees is a policy asked as for a withdrawal too.</summary>
    private Found Ask(Rule rule, Formula wanted, Func<Witness, bool> shows) =>
        _search.Run(new Formula.All(rule.Question == Question.Fees ? Formula.Always : Space.IsAsked, wanted), shows).Found;
}
