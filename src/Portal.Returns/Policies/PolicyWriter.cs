using System.Security.Cryptography;
using System.Text;

namespace Portal.Returns.Policies;

/// <summary>
/// Writes a policy in its canonical form: one way of writing for each policy, whatever the comments, spaces, quotation marks and
/// order of keys of the document it was read from. The order of rules, conditions and limits is kept, for it tells in an explanation.
/// Reading it gives an equal policy.
/// </summary>
public static class PolicyWriter
{
    public static string Write(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var text = new StringBuilder();
        Line("", "policy", policy.Name);
        Line("", "from", Invariant.Text(policy.From));
        Line("", "markets", policy.Markets is { } markets ? YamlWord.List(markets) : null);
        Line("", "article", policy.ArticleKey);
        Line("", "lawArticle", policy.LawArticleKey);
        if (policy.Limits.Count > 0)
        {
            Line("", "limits", "");
            foreach (var limit in policy.Limits)
            {
                Line("  ", limit.Name, limit.Literal);
            }
        }

        foreach (var rules in policy.Rules.GroupBy(rule => rule.Question).OrderBy(group => group.Key))
        {
            Line("", rules.Key.Name(), "");
            foreach (var rule in rules)
            {
                Line("  - ", "id", rule.Id);
                Line("    ", "when", rule.When is AllCondition { Parts.Count: 0 } ? null : rule.When.Text);
                foreach (var (key, value) in rule.Answer.Entries)
                {
                    Line("    ", key, value);
                }

                Line("    ", "article", rule.ArticleKey);
                Line("    ", "reason", rule.ReasonKey);
                Line("    ", "internal", rule.IsInternal ? "true" : null);
            }
        }

        return text.ToString();

        void Line(string indent, string key, string? value)
        {
            if (value is not null)
            {
                text.Append(indent).Append(key).Append(value.Length == 0 ? ":" : ": ").Append(value).Append('\n');
            }
        }
    }

    /// <summary>SHA-256 of the canonical form, lower-case hex.</summary>
    internal static string Hash(Policy policy) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(policy))));
}
