using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>The text is one of these; capitals count.</summary>
public sealed record TextCondition(Fact Fact, IReadOnlyList<string> Values) : FactCondition(Fact)
{
    public override string Wanted => YamlWord.OneOrList(Values);

    internal override IReadOnlyList<WantedPart> WantedIn(string market) => [new(WantedKey.OneOf, Values)];

    protected override bool Holds(FactValue value, string market) =>
        Values.Contains(((FactValue.OfText)value).Value, StringComparer.Ordinal);
}
