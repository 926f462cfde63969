using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>The facts of one situation, each read at most once.</summary>
internal sealed class FactLookup(string market, Func<Fact, FactValue> read)
{
    private readonly (FactValue? Value, UsedFact[]? Used)[] _known = new (FactValue?, UsedFact[]?)[FactCatalogue.All.Count];

    /// <summary>The market whose amounts and limits hold.</summary>
    public string Market => market;

    public FactValue this[Fact fact] => _known[fact.Index].Value ??= read(fact);

    /// <summary>The fact as something that was used, alone in a list.</summary>
    public UsedFact[] Used(Fact fact) => _known[fact.Index].Used ??= [new UsedFact(fact.Name, this[fact])];
}
