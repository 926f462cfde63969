using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Web.Resources;

namespace Portal.Web.Cases;

/// <summary>A node of an explanation: one sentence and what stands below it.</summary>
public sealed record ExplanationNode(string Text, IReadOnlyList<ExplanationNode> Below)
{
    public ExplanationNode(string text)
        : this(text, [])
    {
    }
}

/// <summary>Explains a decision to the people of the shop, in words of the current locale; limits that shoppers never read are marked.</summary>
public sealed class Explanation(Texts texts, DecisionTexts words, FactTexts facts)
{
    /// <summary>What was decided and why, most important first.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="policy">The document that decided, or null when none was in force.</param>
    /// <param name="options">What the shopper can choose, with its exact amount, in words.</param>
    public IReadOnlyList<ExplanationNode> Of(Decision decision, Policy? policy, IReadOnlyList<string> options)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(options);
        List<ExplanationNode> nodes =
        [
            new(texts["List.Label", texts["Explain.Verdict"], $"{words.Verdict(decision)} ({texts[$"RequestKind.{decision.Kind}"]})"]),
        ];
        if (decision.Verdict != Verdict.Refused)
        {
            nodes.Add(new(texts["List.Label", texts["Explain.Deadline"], words.Deadline(decision)]));
        }

        Add(nodes, "Explain.Why", decision.Reasons.Select(Reason));
        Add(nodes, "Explain.Options", options);
        if (words.Alternative(decision) is { } instead)
        {
            nodes.Add(new(texts["List.Label", texts["Explain.Instead"], instead]));
        }

        if (policy is not null)
        {
            nodes.Add(new(texts["List.Label", texts["Explain.Policy"], texts["Explain.PolicySince", policy.Name, texts.Date(policy.From)]]));
        }

        nodes.Add(Trace(decision, texts["Explain.Trace"]));
        if (decision.Other is { } other)
        {
            var title = texts["List.Label", texts["Explain.AlsoJudged", texts[$"RequestKind.{other.Kind}"]], words.Verdict(other)];
            nodes.Add(Trace(other, title));
        }

        return nodes;
    }

    private ExplanationNode Trace(Decision decision, string title) => new(title, [.. decision.Trace.Select(Question)]);

    private ExplanationNode Question(QuestionTrace trace) => new(
        texts[$"Question.{trace.Question}"],
        [.. trace.Skipped.Select(skipped => new ExplanationNode(Marked(Skipped(skipped), skipped.IsInternal))), Answer(trace)]);

    private ExplanationNode Answer(QuestionTrace trace) => trace switch
    {
        { IsFault: true } => new(Marked(texts["Explain.Fault", trace.RuleId!, trace.Answer], isInternal: true)),
        { RuleId: { } rule } => new(
            Marked(texts["Explain.Answered", rule, trace.Answer], trace.IsInternal),
            [.. trace.Facts.Distinct().Select(fact => new ExplanationNode(texts["Explain.Used", facts.Name(fact.Name), facts.Value(fact)]))]),
        { Answer.Length: > 0 } => new(trace.Answer),
        _ => new(texts["Explain.NoRule"]),
    };

    private string Skipped(SkippedRule skipped) => skipped.Fact is { } fact
        ? texts["Explain.Skipped", skipped.RuleId, facts.Name(fact.Name), facts.Value(fact), facts.Wanted(fact.Name, skipped.Wanted)]
        : texts["Explain.SkippedTogether", skipped.RuleId, skipped.Wanted.ToString()];

    private string Reason(DecisionReason reason)
    {
        var rule = reason.RuleId is { } id ? $" [{reason.Question}/{id}]" : "";
        return Marked(words.Reason(reason) + rule, reason.IsInternal);
    }

    private string Marked(string text, bool isInternal) => isInternal ? $"{text} ({texts["Explain.Internal"]})" : text;

    private void Add(List<ExplanationNode> nodes, string key, IEnumerable<string> below)
    {
        ExplanationNode[] leaves = [.. below.Select(text => new ExplanationNode(text))];
        if (leaves.Length > 0)
        {
            nodes.Add(new(texts[key], leaves));
        }
    }
}
