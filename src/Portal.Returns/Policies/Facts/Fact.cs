using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>A fact that conditions may ask for.</summary>
public sealed record Fact
{
    internal Fact(string name, string summary, FactType type, Func<Situation, FactValue> read, IReadOnlyList<string>? values = null, bool mayBeUnknown = false) =>
        (Name, Summary, Type, Read, Values, MayBeUnknown) = (name, summary, type, read, values, mayBeUnknown);

    /// <summary>Its name in a policy document.</summary>
    public string Name { get; }

    /// <summary>What it is, for a person who writes a policy.</summary>
    public string Summary { get; }

    public FactType Type { get; }

    /// <summary>All values it can have, or null when they are open.</summary>
    public IReadOnlyList<string>? Values { get; }

    /// <summary>Nobody may know it. A condition on it then does not hold, unless it says <c>unknown: true</c>.</summary>
    public bool MayBeUnknown { get; }

    /// <summary>Its place in <see cref="FactCatalogue.All"/>.</summary>
    internal int Index { get; set; }

    internal Func<Situation, FactValue> Read { get; }
}
