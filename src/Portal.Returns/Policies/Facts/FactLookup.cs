using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>The facts of one situation, each read at most once.</summary>
/// <param name="market">The market whose amounts and limits hold.</param>
/// <param name="read">Reads a fact.</param>
/// <param name="same">The facts of the same pieces asked for as something else: all but the kind and the reason are the same.</param>
internal sealed class FactLookup(string market, Func<Fact, FactValue> read, FactLookup? same = null)
{
    private readonly Known[] _known = same?._known ?? new Known[FactCatalogue.All.Count];
    private Known _kind;
    private Known _reason;

    /// <summary>The market whose amounts and limits hold.</summary>
    public string Market => market;

    public FactValue this[Fact fact] => Slot(fact).Value ??= read(fact);

    /// <summary>The fact as something that was used, alone in a list.</summary>
    public UsedFact[] Used(Fact fact) => Slot(fact).Used ??= [new UsedFact(fact.Name, this[fact])];

    private ref Known Slot(Fact fact)
    {
        if (fact == FactCatalogue.Kind)
        {
            return ref _kind;
        }

        if (fact == FactCatalogue.Reason)
        {
            return ref _reason;
        }

        return ref _known[fact.Index];
    }

    private struct Known
    {
        public FactValue? Value;

        public UsedFact[]? Used;
    }
}
