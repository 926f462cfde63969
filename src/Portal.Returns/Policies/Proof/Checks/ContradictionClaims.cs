using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>Answers to the same request that exclude each other, or the request.</summary>
internal static class ContradictionClaims
{
    public static IEnumerable<Claim> Of(MarketProof proof)
    {
        var formulas = proof.Formulas;
        foreach (var (ship, answer) in formulas.Rules<Ship>(Question.Shipment))
        {
            var answers = formulas.Answers(ship);
            if (!answer.Methods.Contains(ShipmentMethod.SendBack))
            {
                foreach (var claim in OfKept(proof, ship))
                {
                    yield return claim;
                }
            }
            else if (answer.Methods.Any(method => method != ShipmentMethod.SendBack))
            {
                yield return Claim("may be kept or given away and has to be sent back as well", Granted(proof), ship);
            }
            else
            {
                yield return Claim(
                    "is to be sent back though it never came",
                    new Formula.All(formulas.IsAsked(Question.Shipment), proof.Space.Is(Reason.Missing), new Formula.Not(proof.Space.IsDelivered())),
                    ship);
            }

            Claim Claim(string clash, Formula asked, Rule rule) => new(
                FindingKind.Contradiction, rule, $"By the rule '{rule.Id}' the item {clash}", new Formula.All(asked, answers), witness => witness.Combines(rule))
            {
                About = [rule],
            };
        }
    }

    /// <summary>What does not go with an item that stays with the shopper.</summary>
    private static IEnumerable<Claim> OfKept(MarketProof proof, Rule ship)
    {
        var formulas = proof.Formulas;
        foreach (var (rule, refund) in formulas.Rules<RefundAt>(Question.RefundWhen).Where(pair => pair.Answer.Moment != RefundMoment.Requested))
        {
            yield return Clash(rule, formulas.Answers(rule), Granted(proof), $"is only refunded when {refund.Entries[0].Value}");
        }

        foreach (var (rule, _) in formulas.Rules<Offer>(Question.Resolutions).Where(pair => pair.Answer.Resolutions.Contains(Resolution.Repair)))
        {
            yield return Clash(rule, formulas.Answers(rule), formulas.IsAsked(Question.Shipment), "can be repaired");
        }

        foreach (var (rule, charge) in formulas.Rules<Charge>(Question.Fees))
        {
            foreach (var fee in charge.Fees.Where(fee => string.Equals(fee.MessageKey, WithdrawalJudge.ReturnPostage, StringComparison.Ordinal)))
            {
                yield return Clash(rule, formulas.Charges(rule, fee), formulas.IsAsked(Question.Shipment), "costs postage for sending it back");
            }
        }

        Claim Clash(Rule rule, Formula answers, Formula asked, string clash) => new(
            FindingKind.Contradiction,
            rule,
            $"The item stays with the shopper by the rule '{ship.Id}' of 'shipment', but {clash} by the rule '{rule.Id}' of '{rule.Question.Name()}'",
            new Formula.All(formulas.Answers(ship), answers, asked),
            witness => witness.Combines(ship, rule))
        {
            Other = ship,
            About = [ship, rule],
        };
    }

    /// <summary>The shipment and the refund are asked: by the policy alone, or for a claim that the law grants though the policy refuses it.</summary>
    private static Formula.Any Granted(MarketProof proof) => new(proof.Formulas.IsAsked(Question.Shipment), proof.Law.GrantsClaim);
}
