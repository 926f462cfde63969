using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>Rules that say less than the law of the market grants.</summary>
internal static class LawClaims
{
    public static IEnumerable<Claim> Of(MarketProof proof) => [.. OfWithdrawals(proof), .. OfReturns(proof), .. OfClaims(proof)];

    /// <summary>Rules that hold for withdrawals too.</summary>
    private static IEnumerable<Claim> OfWithdrawals(MarketProof proof)
    {
        if (proof.Law.Withdrawal is null)
        {
            yield break;
        }

        foreach (var (rule, isShort, what) in Shortcomings(proof))
        {
            yield return new Claim(
                FindingKind.BelowLaw,
                rule,
                $"The rule '{rule.Id}' {what} the right of withdrawal",
                new Formula.All(proof.Space.IsWithdrawal(), proof.Law.GrantsWithdrawal, isShort),
                witness => witness.IsWithdrawn && witness.IsAnsweredBy(rule))
            {
                About = [rule],
            };
        }
    }

    /// <summary>Rules for returns alone, beside which the right of withdrawal stays.</summary>
    private static IEnumerable<Claim> OfReturns(MarketProof proof)
    {
        if (proof.Law.Withdrawal is null)
        {
            yield break;
        }

        foreach (var (rule, isShort, what) in Shortcomings(proof).Where(item => item.Rule.Question != Question.RefundWhen))
        {
            yield return new Claim(
                FindingKind.LawBeside,
                rule,
                $"The rule '{rule.Id}' for returns {what} the right of withdrawal, by which the engine decides instead",
                new Formula.All(rule.Question is Question.Eligibility or Question.Window ? Space.IsAsked : proof.Formulas.IsAsked(rule.Question), proof.Law.GrantsWithdrawal, isShort),
                witness => witness.Says(ReasonKey.LawOverrides, rule))
            {
                About = [rule],
            };
        }
    }

    private static IEnumerable<Claim> OfClaims(MarketProof proof)
    {
        var (formulas, law) = (proof.Formulas, proof.Law);
        if (law.Claim is null)
        {
            yield break;
        }

        foreach (var (rule, _) in formulas.Rules<Refuse>(Question.Eligibility))
        {
            yield return Below(rule, new Formula.All(law.GrantsClaim, formulas.Answers(rule)), "refuses a claim that the law grants", ReasonKey.LawOverridesClaim);
        }

        foreach (var (rule, window) in formulas.Rules<WindowAnswer>(Question.Window))
        {
            yield return Below(rule, new Formula.All(law.GrantsClaim, formulas.IsOver(rule, window)), $"ends a claim before the {Invariant.Text(law.Claim.Years)} years of the law", ReasonKey.LawOverridesClaim);
        }

        foreach (var (rule, offer) in formulas.Rules<Offer>(Question.Resolutions))
        {
            var isBelow = new Formula.All(formulas.IsAsked(Question.Resolutions), law.FallsBelow(offer.Resolutions), formulas.Answers(rule));
            yield return Below(rule, isBelow, "leaves out what the law offers for a claim", ReasonKey.LawOverridesClaim);
        }

        foreach (var (rule, charge) in formulas.Rules<Charge>(Question.Fees))
        {
            foreach (var fee in charge.Fees)
            {
                var isCharged = new Formula.All(formulas.IsAsked(Question.Fees), new Formula.Any(law.GrantsClaim, law.GrantsDelivery), formulas.Charges(rule, fee));
                yield return Below(rule, isCharged, $"charges '{fee.MessageKey}' for a claim, which the law leaves free", ReasonKey.ClaimIsFree);
            }
        }

        static Claim Below(Rule rule, Formula wanted, string what, string key) => new(FindingKind.BelowLaw, rule, $"The rule '{rule.Id}' {what}", wanted, witness => witness.Says(key, rule))
        {
            About = [rule],
        };
    }

    /// <summary>Where rules say less than the right of withdrawal, whatever they are asked as.</summary>
    private static IEnumerable<(Rule Rule, Formula IsShort, string What)> Shortcomings(MarketProof proof)
    {
        var (formulas, law) = (proof.Formulas, proof.Law.Withdrawal!);
        foreach (var (rule, _) in formulas.Rules<Refuse>(Question.Eligibility))
        {
            yield return (rule, formulas.Answers(rule), "refuses");
        }

        foreach (var (rule, window) in formulas.Rules<WindowAnswer>(Question.Window))
        {
            yield return (rule, formulas.IsOver(rule, window), $"ends before the {Invariant.Text(law.WithdrawalDays)} days of");
        }

        foreach (var (rule, offer) in formulas.Rules<Offer>(Question.Resolutions).Where(pair => !pair.Answer.Resolutions.Contains(Resolution.Refund)))
        {
            yield return (rule, formulas.Answers(rule), "gives no money back, against");
        }

        foreach (var (rule, charge) in formulas.Rules<Charge>(Question.Fees))
        {
            foreach (var fee in charge.Fees.Where(fee => !WithdrawalJudge.IsLeftToTheShop(law, fee.MessageKey)))
            {
                var isShipped = new Formula.Not(proof.Space.Is(Travel.Unshipped));
                yield return (rule, new Formula.All(isShipped, formulas.Charges(rule, fee)), $"charges '{fee.MessageKey}', against");
            }
        }

        foreach (var (rule, _) in formulas.Rules<RefundAt>(Question.RefundWhen).Where(pair => pair.Answer.Moment == RefundMoment.Inspected))
        {
            yield return (rule, formulas.Answers(rule), "holds the money back for an inspection, against");
        }
    }
}
