using System.Text;

namespace Portal.Returns.Policies;

/// <summary>Reads a policy document. Text in; a policy or every error with its line and column out. Never throws, whatever the text.</summary>
public static class PolicyReader
{
    /// <summary>The largest document, in bytes of UTF-8.</summary>
    public const int MaximumBytes = 256 * 1024;

    /// <summary>The keys of a document.</summary>
    internal static IReadOnlyList<string> Keys { get; } =
        ["policy", "from", "markets", "article", "lawArticle", "limits", .. Enum.GetValues<Question>().Select(question => question.Name())];

    /// <summary>The keys of a document that it must have.</summary>
    internal static IReadOnlyList<string> RequiredKeys { get; } = ["policy", "from"];

    /// <summary>The keys that a rule of any question may have.</summary>
    internal static IReadOnlyList<string> RuleKeys { get; } = ["id", "when", "internal", "article", "reason"];

    /// <param name="file">The name that errors carry.</param>
    /// <param name="text">The document.</param>
    public static PolicyReading Read(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        var errors = new ErrorList(file);
        var policy = Read(text, errors);
        return new PolicyReading(errors.Count == 0 ? policy : null, errors.InOrder);
    }

    private static Policy? Read(string text, ErrorList errors)
    {
        if (Encoding.UTF8.GetByteCount(text) > MaximumBytes)
        {
            errors.Add(1, 1, $"The document is larger than {Invariant.Text(MaximumBytes / 1024)} KB", "split it");
            return null;
        }

        var root = YamlTree.Read(text, errors);
        if (root is null or ScalarNode { Value: "" })
        {
            if (errors.Count == 0)
            {
                errors.Add(1, 1, "The document is empty", "begin with 'policy: returns' and 'from: 2026-01-01'");
            }

            return null;
        }

        return Mapping.Of(root, "A policy", Keys, errors) is { } document ? ReadDocument(document, text, errors) : null;
    }

    private static Policy? ReadDocument(Mapping document, string text, ErrorList errors)
    {
        var values = new Values(errors);
        var name = values.Id(document.Require("policy"), "The policy's name");
        var from = values.Day(document.Require("from"), "The first day");
        var markets = document.TryFind("markets", out var marketsNode) ? values.OneOrMore(marketsNode, "The markets", values.Market) : null;
        var article = values.ArticleKey(document.Find("article"));
        var lawArticle = values.ArticleKey(document.Find("lawArticle"));
        var limits = ReadLimits(document.Find("limits"), values, errors);
        var marketValues = new MarketValues(values, errors, limits);
        var conditions = new ConditionReader(values, marketValues, errors);
        var answers = new AnswerReader(values, marketValues, conditions, errors);
        List<Rule> rules = [];
        foreach (var question in Enum.GetValues<Question>())
        {
            HashSet<string> ids = new(StringComparer.Ordinal);
            foreach (var node in values.List(document.Find(question.Name()), $"'{question.Name()}'"))
            {
                if (ReadRule(node, question) is { } rule)
                {
                    rules.Add(rule);
                }
            }

            Rule? ReadRule(Node node, Question asked)
            {
                string[] known = [.. RuleKeys, .. AnswerReader.Keys(asked), .. AnswerReader.Details(asked)];
                if (Mapping.Of(node, "A rule", known, errors) is not { } mapping)
                {
                    return null;
                }

                var id = values.Id(mapping.Require("id"), "The rule's id");
                if (id is not null && !ids.Add(id))
                {
                    errors.Add(mapping.Find("id")!, $"The rule '{id}' exists already", "give it another id");
                }

                var when = mapping.TryFind("when", out var whenNode) ? conditions.Read(whenNode, "leave 'when' out for a rule that always matches") : AllCondition.Always;
                var answer = answers.Read(mapping, asked);
                var articleKey = values.ArticleKey(mapping.Find("article"));
                var reason = values.Id(mapping.Find("reason"), "The reason");
                var isInternal = values.Truth(mapping.Find("internal"), "'internal'") ?? false;
                return id is null || when is null || answer is null ? null : new Rule(id, asked, when, answer, articleKey, reason, isInternal);
            }
        }

        if (name is null || from is not { } first || errors.Count > 0)
        {
            return null;
        }

        var policy = new Policy
        {
            Name = name,
            From = first,
            Markets = markets,
            ArticleKey = article,
            LawArticleKey = lawArticle,
            Limits = [.. limits.Values.OfType<Limit>()],
            Rules = rules,
            Text = text,
            Hash = "",
        };
        return policy with { Hash = PolicyWriter.Hash(policy) };
    }

    private static OrderedDictionary<string, Limit?> ReadLimits(Node? node, Values values, ErrorList errors)
    {
        var limits = new OrderedDictionary<string, Limit?>(StringComparer.Ordinal);
        if (node is null || Mapping.Of(node, "The limits", known: null, errors) is not { } mapping)
        {
            return limits;
        }

        var reader = new MarketValues(values, errors, new Dictionary<string, Limit?>(StringComparer.Ordinal));
        foreach (var (key, value) in mapping.Entries)
        {
            limits.Add(key.Value, reader.Declaration(values.Id(key, "The limit") ?? "", value));
        }

        return limits;
    }
}
