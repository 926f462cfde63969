namespace Portal.Returns.Statutes;

/// <summary>
/// What the engine knows of the law of claims, by market. A market that is not listed has no floor here. Finland and the
/// Netherlands name no years but what may be expected of the goods; listed are the directive's two. Where the law names no
/// years and only the limitation of actions ends a claim (Ireland, the United Kingdom), the shortest limitation is listed.
/// </summary>
public static class ClaimStatutes
{
    private static readonly string[] TwoYears =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "FI", "FR", "GR", "HR", "HU",
        "IT", "LI", "LT", "LU", "LV", "MT", "NL", "PL", "RO", "SI", "SK",
    ];

    private static readonly Dictionary<string, ClaimStatute> ByMarket = TwoYears.Select(market => European(market))
        .Append(European("ES", 3, "artículo 120 del Real Decreto Legislativo 1/2007"))
        .Append(European("IE", 6, "Consumer Rights Act 2022; Statute of Limitations 1957, section 11"))
        .Append(European("IS", 2, "lög um neytendakaup nr. 48/2003, 27. gr.") with { LastingYears = 5 })
        .Append(European("NO", 2, "forbrukerkjøpsloven, § 27") with { LastingYears = 5 })
        .Append(European("PT", 3, "Decreto-Lei 84/2021, artigo 12.º"))
        .Append(European("SE", 3, "konsumentköplagen (2022:260)"))
        .Append(British())
        .ToDictionary(statute => statute.Market, StringComparer.Ordinal);

    /// <summary>Every statute, by market.</summary>
    public static IReadOnlyList<ClaimStatute> All => [.. ByMarket.Values.OrderBy(statute => statute.Market, StringComparer.Ordinal)];

    /// <summary>The law of a market, or null when it is not known here.</summary>
    public static ClaimStatute? For(string market) => ByMarket.GetValueOrDefault(market);

    private static ClaimStatute European(string market, int years = 2, string? national = null) => new()
    {
        Market = market,
        Name = "Directive (EU) 2019/771",
        Source = "Articles 10, 13 and 14 of Directive (EU) 2019/771" + (national is null ? "" : $"; {national}"),
        Url = "https://eur-lex.europa.eu/eli/dir/2019/771/oj",
        DeliveryName = "Directive 2011/83/EU, article 18",
        Years = years,
    };

    private static ClaimStatute British() => new()
    {
        Market = "GB",
        Name = "Consumer Rights Act 2015",
        Source = "Sections 19 to 24; Prescription and Limitation (Scotland) Act 1973, section 6 (elsewhere six years)",
        Url = "https://www.legislation.gov.uk/ukpga/2015/15",
        DeliveryName = "Consumer Rights Act 2015, section 28",
        Years = 5,
        RejectDays = 30,
    };
}
