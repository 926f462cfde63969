using NodaTime;
using Portal.Returns.Statutes;

namespace Portal.Returns.Policies.Proof;

/// <summary>
/// Proof before publishing: finds, over all requests that the conditions of a policy can tell apart, rules that never answer,
/// questions without an answer, answers that exclude each other, rules that cannot be judged, and texts below the law. What was
/// found with an example has been run through the engine; what could not be decided is a finding too.
/// </summary>
public static class PolicyCheck
{
    /// <summary>So many parts of the space one search looks at before it gives up.</summary>
    public const int UsualSteps = 20_000;

    /// <param name="policies">The documents beside which the policy is in force, itself among them.</param>
    /// <param name="policy">The policy to check.</param>
    /// <param name="file">The name that findings carry.</param>
    /// <param name="markets">The markets of the site.</param>
    /// <param name="steps">How much one search may take, at least 1.</param>
    public static PolicyProof Run(PolicyBook policies, Policy policy, string file, IReadOnlyList<ProofMarket> markets, int steps = UsualSteps)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(markets);
        var findings = new Findings(file, policy);
        var decided = markets.Where(market => policies.DaysInForce(policy, market.Code) is not null).ToList();
        List<MarketProof> proofs = [];
        foreach (var market in decided)
        {
            if (Space.Of(policy, market, policies.DaysInForce(policy, market.Code)!.Value) is { } space)
            {
                proofs.Add(new MarketProof(policies, policy, space, steps));
            }
            else
            {
                findings.Add(FindingKind.NotProved, market.Code, "Nothing could be proved: the conditions on one fact name too many values");
            }
        }

        if (decided.Count == 0)
        {
            findings.Add(FindingKind.NeverInForce, "", "Other documents decide every order of every market");
        }

        foreach (var market in decided.Where(market => StatuteBook.For(market.Code) is null && ClaimStatutes.For(market.Code) is null))
        {
            findings.Add(FindingKind.NoFloor, market.Code, "No law is listed for these markets, so that nothing could be held against it");
        }

        RuleReach.Check(policy, proofs, findings);
        foreach (var proof in proofs)
        {
            foreach (var claim in proof.Claims)
            {
                findings.Add(proof.Space.Market.Code, claim, proof.Try(claim));
            }
        }

        return new PolicyProof(findings.InOrder(), [.. decided.Select(market => market.Code)], policy.Rules.Count, proofs.Sum(proof => proof.Steps));
    }

    /// <summary>The days on which orders are placed that a policy decides in a market, or null when there are none.</summary>
    private static (LocalDate First, LocalDate Last)? DaysInForce(this PolicyBook policies, Policy policy, string market)
    {
        if (policy.Markets is { } own && !own.Contains(market, StringComparer.Ordinal))
        {
            return null;
        }

        var days = policies.Policies.Select(other => other.From).Append(policy.From).Where(from => from >= policy.From).Distinct().Order().ToList();
        var next = days.FindIndex(day => !ReferenceEquals(policies.InForce(market, day), policy));
        return next == 0 ? null : (policy.From, next < 0 ? LocalDate.MaxIsoValue : days[next].PlusDays(-1));
    }
}
