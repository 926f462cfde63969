using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>The list contains at least one of these; capitals count.</summary>
public sealed record ListCondition(Fact Fact, IReadOnlyList<string> Values) : FactCondition(Fact)
{
    public override string Wanted => YamlWord.OneOrList(Values);

    internal override IReadOnlyList<WantedPart> WantedIn(string market) => [new(WantedKey.OneOf, Values)];

    protected override bool Holds(FactValue value, string market) =>
        ((FactValue.OfList)value).Value is { Count: > 0 } known && Values.Any(wanted => known.Contains(wanted, StringComparer.Ordinal));
}
