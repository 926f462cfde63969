namespace Portal.Returns.Policies.Proof;

/// <summary>Where a document has its questions and rules.</summary>
internal sealed class RulePlaces
{
    private static readonly (long, long) Start = (1, 1);

    private readonly Dictionary<Question, (long Line, long Column)> _questions = [];
    private readonly Dictionary<(Question Question, string Id), (long Line, long Column)> _rules = [];

    public RulePlaces(Policy policy)
    {
        if (YamlTree.Read(policy.Text, new ErrorList("")) is not MappingNode document)
        {
            return;
        }

        foreach (var question in Enum.GetValues<Question>())
        {
            var (key, value) = Find(document, question.Name());
            if (key is null)
            {
                continue;
            }

            _questions[question] = (key.Line, key.Column);
            foreach (var rule in ((value as SequenceNode)?.Items ?? []).OfType<MappingNode>())
            {
                if (Find(rule, "id").Value is ScalarNode id)
                {
                    _rules[(question, id.Value)] = (rule.Line, rule.Column);
                }
            }
        }
    }

    /// <summary>The place of a rule, or of its question; the document's start where neither has one.</summary>
    public (long Line, long Column) Of(Question? question, string? rule)
    {
        if (question is not { } asked)
        {
            return Start;
        }

        return rule is not null && _rules.TryGetValue((asked, rule), out var place) ? place : _questions.GetValueOrDefault(asked, Start);
    }

    private static (ScalarNode? Key, Node? Value) Find(MappingNode mapping, string name) =>
        mapping.Entries.Find(entry => string.Equals(entry.Key.Value, name, StringComparison.Ordinal));
}
