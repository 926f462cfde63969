namespace Portal.Web.Api;

/// <summary>Everything that is wrong with a document, by JSON path such as <c>$.lines[0].quantity</c>, in the order in which it was found.</summary>
public sealed class JsonFaults
{
    /// <summary>How many are told; further ones are only counted.</summary>
    public const int MaxTold = 100;

    private readonly List<JsonFault> _told = [];

    /// <summary>The faults, at most <see cref="MaxTold"/>.</summary>
    public IReadOnlyList<JsonFault> Told => _told;

    /// <summary>How many there are in all.</summary>
    public int Count { get; private set; }

    public bool Any => Count > 0;

    public void Add(string path, string message)
    {
        Count++;
        if (_told.Count < MaxTold)
        {
            _told.Add(new JsonFault(path, message));
        }
    }

    /// <summary>The faults by path, as problem details tell them.</summary>
    public IDictionary<string, string[]> ByPath() => _told
        .GroupBy(fault => fault.Path, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(fault => fault.Message).ToArray(), StringComparer.Ordinal);
}

/// <param name="Path">Where, as a JSON path.</param>
/// <param name="Message">What is wrong and what would be right, in English.</param>
public sealed record JsonFault(string Path, string Message);
