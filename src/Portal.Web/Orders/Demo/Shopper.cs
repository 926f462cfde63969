namespace Portal.Web.Orders.Demo;

/// <summary>Somebody who buys in the demo shop.</summary>
/// <param name="Email">At a domain that is reserved for examples.</param>
/// <param name="Place">Where the bills go, and the parcels too unless it is a gift.</param>
/// <param name="Locale">The locale they order in.</param>
/// <param name="IsConsumer">False for a business.</param>
internal sealed record Shopper(string Email, DemoPlace Place, string Locale, bool IsConsumer = true);

/// <summary>Everybody who has bought so far, by market: some come again.</summary>
/// <param name="known">Addresses that belong to somebody else already.</param>
internal sealed class Shoppers(IEnumerable<string> known)
{
    private const int FirstOnes = 6;

    private readonly HashSet<string> _emails = new(known, StringComparer.Ordinal);

    private readonly Dictionary<string, List<Shopper>> _byMarket = new(StringComparer.Ordinal);

    /// <summary>The next buyer in a market: a new one, or one who comes again.</summary>
    public Shopper Next(SeededRandom random, DemoMarket market)
    {
        if (!_byMarket.TryGetValue(market.Code, out var here))
        {
            _byMarket[market.Code] = here = [];
        }

        var comesAgain = random.Chance(30);
        var newcomer = new Shopper(
            $"{random.Pick(market.FirstNames)}.{random.Pick(market.LastNames)}@example.{(random.Chance(70) ? "com" : "org")}",
            random.Pick(market.Places),
            random.PickByWeight(market.Locales),
            IsConsumer: !random.Chance(8));
        var isTaken = _emails.Contains(newcomer.Email);
        if (here.Count > 0 && (isTaken || (comesAgain && here.Count >= FirstOnes)))
        {
            return random.Pick(here);
        }

        _emails.Add(newcomer.Email);
        here.Add(newcomer);
        return newcomer;
    }
}
