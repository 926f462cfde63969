using System.Collections.Concurrent;

namespace Portal.Knowledge.Articles;

/// <summary>The policy values of one reading: thousands of articles quote the same few, and each is put into words once.</summary>
internal sealed class KnownValues(IPolicyValues values) : IPolicyValues
{
    private readonly ConcurrentDictionary<(string Name, string Locale, string? Market), string?> _texts = new();

    public IReadOnlyCollection<string> Names => values.Names;

    public string? Find(string name, string locale, string? market) =>
        _texts.GetOrAdd((name, locale, market), asked => values.Find(asked.Name, asked.Locale, asked.Market));
}
