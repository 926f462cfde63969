namespace Portal.Returns.Policies;

/// <summary>The facts of one situation, each read at most once.</summary>
/// <param name="market">The market whose amounts and limits hold.</param>
/// <param name="read">Reads a fact.</param>
/// <param name="same">The facts of the same pieces asked for as something else: all but the kind and the reason are the same.</param>
internal sealed class FactLookup(string market, Func<Fact, FactValue> read, FactLookup? same = null)
{
    private readonly FactValue?[] _known = same?._known ?? new FactValue?[FactCatalogue.All.Count];
    private FactValue? _kind;
    private FactValue? _reason;

    /// <summary>The market whose amounts and limits hold.</summary>
    public string Market => market;

    public FactValue this[Fact fact] => fact == FactCatalogue.Kind ? _kind ??= read(fact)
        : fact == FactCatalogue.Reason ? _reason ??= read(fact)
        : _known[fact.Index] ??= read(fact);
}
