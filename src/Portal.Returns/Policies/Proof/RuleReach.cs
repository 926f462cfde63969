namespace Portal.Returns.Policies.Proof;

/// <summary>Finds rules that answer no request of any market: none matches them, or earlier rules answer all that do.</summary>
internal static class RuleReach
{
    public static void Check(Policy policy, IReadOnlyList<MarketProof> proofs, Findings findings)
    {
        foreach (var rule in policy.Rules)
        {
            var answered = proofs.Count == 0 ? Found.Request : Over(proofs, proof => proof.Answers(rule));
            if (answered == Found.Request)
            {
                continue;
            }

            var (kind, message) = answered == Found.Unclear ? (FindingKind.NotProved, $"It could not be proved whether some request is answered by the rule '{rule.Id}'")
                : Over(proofs, proof => proof.Matches(rule)) == Found.Nothing ? (FindingKind.NeverMatches, $"No request can match the rule '{rule.Id}'")
                : (FindingKind.Shadowed, $"Rules before it answer every request that the rule '{rule.Id}' matches");
            findings.Add(kind, "", message, rule);
        }
    }

    /// <summary>A request of some market, or else whether it is unclear in one.</summary>
    private static Found Over(IReadOnlyList<MarketProof> proofs, Func<MarketProof, Found> ask)
    {
        var found = Found.Nothing;
        foreach (var proof in proofs)
        {
            switch (ask(proof))
            {
                case Found.Request:
                    return Found.Request;
                case Found.Unclear:
                    found = Found.Unclear;
                    break;
            }
        }

        return found;
    }
}
