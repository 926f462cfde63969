using System.Collections.Concurrent;

namespace Portal.Web.Cases;

/// <summary>The policies, by hash, of which this process knows that their text is in the database, so that it need not ask for every case.</summary>
public sealed class KeptPolicies
{
    private readonly ConcurrentDictionary<string, bool> _hashes = new(StringComparer.Ordinal);

    /// <summary>True when the text of this policy is kept for certain.</summary>
    public bool Contains(string hash) => _hashes.ContainsKey(hash);

    /// <summary>Remembers that the text of this policy is kept.</summary>
    public void Add(string hash) => _hashes[hash] = true;
}
