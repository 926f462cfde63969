namespace Portal.Knowledge.Articles.Rendering;

/// <summary>The values of one market, also where the article names none; a value that the market has not stays that of all.</summary>
internal sealed class MarketValues(IPolicyValues all, string own) : IPolicyValues
{
    public IReadOnlyCollection<string> Names => all.Names;

    public string? Find(string name, string locale, string? market) => all.Find(name, locale, market ?? own) ?? all.Find(name, locale, market);
}
