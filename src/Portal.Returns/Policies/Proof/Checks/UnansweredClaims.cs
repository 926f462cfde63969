using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>Questions that some request leaves unanswered, so that a person has to look.</summary>
internal static class UnansweredClaims
{
    public static IEnumerable<Claim> Of(MarketProof proof) => Enum.GetValues<Question>().Select(question => new Claim(
        FindingKind.Unanswered,
        Rule: null,
        proof.Policy.Ask(question).Any() ? $"No rule of '{question.Name()}' answers some requests; a person has to" : $"'{question.Name()}' has no rules, so that a person has to look at every request",
        new Formula.All(proof.Formulas.IsAsked(question), proof.Formulas.IsUnanswered(question)),
        witness => witness.Says(ReasonKey.PolicyGap, question: question))
    {
        Question = question,
        About = [.. proof.Policy.Ask(question)],
    });
}
