namespace Portal.Returns.Policies;

/// <summary>The text is one of these; capitals count.</summary>
public sealed record TextCondition(Fact Fact, IReadOnlyList<string> Values) : FactCondition(Fact)
{
    public override string Wanted => Values.Count == 1 ? Values[0] : $"[{string.Join(", ", Values)}]";

    protected override bool Holds(FactValue value, string market) =>
        Values.Contains(((FactValue.OfText)value).Value, StringComparer.Ordinal);
}
