namespace Portal.Returns.Statutes;

/// <summary>
/// The laws of withdrawal that the engine knows, by market; those of claims are in <see cref="ClaimStatutes"/>. A market that is not listed has no floor here: the United States have no
/// general right, Japan leaves it to the terms that the shop shows (Act on Specified Commercial Transactions, article 15-3),
/// Switzerland, the United Arab Emirates and Kuwait have rules for defects only.
/// </summary>
public static class StatuteBook
{
    /// <summary>Changes whenever an entry here, in <see cref="ClaimStatutes"/> or in <see cref="PublicHolidays"/> does; a decision records it.</summary>
    public const string Version = "2026-11-23";

    private static readonly string[] Union =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
        "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    // The agreement on the European Economic Area takes the directive over (annex XIX).
    private static readonly string[] RestOfArea = ["IS", "LI", "NO"];

    private static readonly string[] EuropeanExemptions = [Exemption.MadeToMeasure, Exemption.Perishable, Exemption.DigitalBegun];

    private static readonly string[] SealedGoods = [Exemption.Hygiene, Exemption.SealedMedia];

    private static readonly Dictionary<string, Statute> ByMarket =
        Union.Concat(RestOfArea).Select(European).Append(British()).Append(Chinese()).Append(Brazilian())
            .ToDictionary(statute => statute.Market, StringComparer.Ordinal);

    /// <summary>Every statute, by market.</summary>
    public static IReadOnlyList<Statute> All => [.. ByMarket.Values.OrderBy(statute => statute.Market, StringComparer.Ordinal)];

    /// <summary>The law of a market, or null when it grants no withdrawal.</summary>
    public static Statute? For(string market) => ByMarket.GetValueOrDefault(market);

    private static Statute European(string market) => new()
    {
        Market = market,
        Name = "Directive 2011/83/EU",
        WithdrawalDays = 14,
        Source = "Articles 9, 13, 14 and 16 of Directive 2011/83/EU; Regulation (EEC, Euratom) 1182/71, article 3(4)",
        Url = "https://eur-lex.europa.eu/eli/dir/2011/83/oj",
        StartsAt = PeriodStart.LastItemReceived,
        RefundDays = 14,
        EndsOnWorkingDay = true,
        RequiresWithdrawalFunction = true,
        ConsumerPaysPostageIfTold = true,
        ExemptTags = EuropeanExemptions,
        SealedTags = SealedGoods,
    };

    private static Statute British() => new()
    {
        Market = "GB",
        Name = "Consumer Contracts Regulations 2013",
        WithdrawalDays = 14,
        Source = "SI 2013/3134, regulations 28, 30, 34 and 35",
        Url = "https://www.legislation.gov.uk/uksi/2013/3134",
        StartsAt = PeriodStart.LastItemReceived,
        RefundDays = 14,
        ConsumerPaysPostageIfTold = true,
        ExemptTags = EuropeanExemptions,
        SealedTags = SealedGoods,
    };

    private static Statute Chinese() => new()
    {
        Market = "CN",
        Name = "Law on the Protection of Consumer Rights and Interests",
        WithdrawalDays = 7,
        Source = "Article 25: made to order, fresh goods, unsealed media and periodicals are exempt; the consumer pays the postage",
        Url = "http://www.npc.gov.cn/",
        StartsAt = PeriodStart.ItemReceived,
        RefundDays = 7,
        ConsumerPaysPostageIfTold = true,
        ExemptTags = EuropeanExemptions,
        SealedTags = [Exemption.SealedMedia],
    };

    private static Statute Brazilian() => new()
    {
        Market = "BR",
        Name = "Código de Defesa do Consumidor",
        WithdrawalDays = 7,
        Source = "Lei 8.078/1990, article 49: everything paid goes back; it names no exemption",
        Url = "https://www.planalto.gov.br/ccivil_03/leis/l8078compilado.htm",
        StartsAt = PeriodStart.ItemReceived,
    };
}
