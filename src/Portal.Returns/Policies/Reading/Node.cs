namespace Portal.Returns.Policies;

/// <summary>A piece of a document with its place, lines and columns from 1.</summary>
internal abstract record Node(long Line, long Column);

internal sealed record ScalarNode(long Line, long Column, string Value) : Node(Line, Column);

internal sealed record SequenceNode(long Line, long Column) : Node(Line, Column)
{
    public List<Node> Items { get; } = [];
}

internal sealed record MappingNode(long Line, long Column) : Node(Line, Column)
{
    public List<(ScalarNode Key, Node Value)> Entries { get; } = [];
}
