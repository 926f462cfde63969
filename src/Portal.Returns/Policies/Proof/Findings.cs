namespace Portal.Returns.Policies.Proof;

/// <summary>Collects findings; one that several markets show is one, with the example, and for a fault the words, of the first.</summary>
internal sealed class Findings(string file, Policy policy)
{
    private readonly RulePlaces _places = new(policy);
    private readonly List<PolicyFinding> _findings = [];

    public void Add(FindingKind kind, string market, string message, Rule? rule = null) => Add(New(kind, rule?.Question, rule, message), market);

    /// <summary>What a search for a request made of a claim.</summary>
    public void Add(string market, Claim claim, (Found Found, Witness? Witness) search)
    {
        var question = claim.Rule?.Question ?? claim.Question;
        if (search is (Found.Request, { } witness))
        {
            var message = claim.Detail(witness) is { } detail ? $"{claim.Message}: {detail}" : claim.Message;
            Add(New(claim.Kind, question, claim.Rule, message) with { OtherRuleId = claim.Other?.Id, Example = CounterExample.Of(witness.At, claim.About) }, market);
        }
        else if (search.Found == Found.Unclear)
        {
            Add(New(FindingKind.NotProved, question, claim.Rule, $"It could not be proved that this is not so: {claim.Message}") with { OtherRuleId = claim.Other?.Id }, market);
        }
    }

    /// <summary>All of them in the order of the text. A rule that is below the law for withdrawals need not be told that the law is beside it.</summary>
    public IReadOnlyList<PolicyFinding> InOrder()
    {
        var below = _findings.Where(finding => finding.Kind == FindingKind.BelowLaw).Select(finding => (finding.Question, finding.RuleId)).ToHashSet();
        return
        [
            .. _findings
                .Where(finding => finding.Kind != FindingKind.LawBeside || !below.Contains((finding.Question, finding.RuleId)))
                .OrderBy(finding => finding.Line).ThenBy(finding => finding.Column).ThenBy(finding => finding.Severity),
        ];
    }

    private PolicyFinding New(FindingKind kind, Question? question, Rule? rule, string message)
    {
        var (line, column) = _places.Of(question, rule?.Id);
        return new PolicyFinding(kind, file, line, column, message) { Question = question, RuleId = rule?.Id };
    }

    private void Add(PolicyFinding finding, string market)
    {
        var known = _findings.FindIndex(other => other.Kind == finding.Kind
            && other.Question == finding.Question
            && string.Equals(other.RuleId, finding.RuleId, StringComparison.Ordinal)
            && string.Equals(other.OtherRuleId, finding.OtherRuleId, StringComparison.Ordinal)
            && (finding.Kind == FindingKind.Fault || string.Equals(other.Message, finding.Message, StringComparison.Ordinal)));
        if (known < 0)
        {
            _findings.Add(finding with { Markets = market.Length == 0 ? [] : [market] });
        }
        else if (market.Length > 0)
        {
            _findings[known] = _findings[known] with { Markets = [.. _findings[known].Markets, market] };
        }
    }
}
