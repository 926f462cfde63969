namespace Portal.Returns.Policies;

/// <summary>The list contains at least one of these; capitals count.</summary>
public sealed record ListCondition(Fact Fact, IReadOnlyList<string> Values) : FactCondition(Fact)
{
    public override string Wanted => YamlWord.OneOrList(Values);

    protected override bool Holds(FactValue value, string market) =>
        ((FactValue.OfList)value).Value.Intersect(Values, StringComparer.Ordinal).Any();
}
