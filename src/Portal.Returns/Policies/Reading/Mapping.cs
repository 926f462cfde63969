using System.Diagnostics.CodeAnalysis;

namespace Portal.Returns.Policies;

/// <summary>A mapping whose keys have been checked: each known and given once.</summary>
internal sealed class Mapping
{
    private readonly Dictionary<string, Node> _values = new(StringComparer.Ordinal);
    private readonly ErrorList _errors;

    private Mapping(MappingNode node, ErrorList errors) => (Node, _errors) = (node, errors);

    public MappingNode Node { get; }

    /// <summary>The mapping, or null after an error when the node is none.</summary>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is, for messages: "A rule".</param>
    /// <param name="known">The keys it may have, or null for any.</param>
    /// <param name="errors">Where errors go.</param>
    public static Mapping? Of(Node node, string what, IReadOnlyCollection<string>? known, ErrorList errors)
    {
        if (node is not MappingNode mappingNode)
        {
            errors.AddWrong(node, $"{what} must be a mapping of keys to values", $"such as '{known?.First() ?? "name"}: ...'");
            return null;
        }

        var mapping = new Mapping(mappingNode, errors);
        foreach (var (key, value) in mappingNode.Entries)
        {
            if (known is not null && !known.Contains(key.Value, StringComparer.Ordinal))
            {
                errors.AddUnknown(key, "The key", key.Value, known);
            }
            else if (!mapping._values.TryAdd(key.Value, value))
            {
                errors.Add(key, $"The key '{ErrorList.Shorten(key.Value)}' is given twice", "keep one");
            }
        }

        return mapping;
    }

    /// <summary>The keys and values in the order of the text, without unknown and repeated ones.</summary>
    public IEnumerable<(ScalarNode Key, Node Value)> Entries =>
        Node.Entries.Where(entry => _values.TryGetValue(entry.Key.Value, out var value) && ReferenceEquals(value, entry.Value));

    public Node? Find(string key) => _values.GetValueOrDefault(key);

    public bool TryFind(string key, [NotNullWhen(true)] out Node? value) => _values.TryGetValue(key, out value);

    /// <summary>The value, or null after an error when the key is missing.</summary>
    public Node? Require(string key)
    {
        if (!_values.TryGetValue(key, out var value))
        {
            _errors.Add(Node, $"The key '{key}' is missing", $"add '{key}: ...'");
        }

        return value;
    }
}
