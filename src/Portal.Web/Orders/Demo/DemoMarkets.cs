using NodaTime;

namespace Portal.Web.Orders.Demo;

/// <summary>The eight markets of the demo shop. Tax rates are the standard rates of 2026; where tax comes on top, those of a few American cities.</summary>
internal static class DemoMarkets
{
    public static DemoMarket UnitedStates { get; } = new()
    {
        Code = "US", Currency = "USD", Locales = [("en", 1)], Zone = Zone("America/Los_Angeles"), Rate = 1.12m, PriceStep = 50, TaxIncluded = false,
        StandardShipping = 695, ExpressShipping = 1795, FreeShippingFrom = 75_00, TransitDays = 6,
        Carriers = ["Harbor Parcel", "Prairie Express"],
        Places =
        [
            new("10025", 8.875m), new("14609", 8m), new("78704", 8.25m), new("98103", 10.35m), new("97205", 0m), new("19103", 8m), new("75214", 8.25m), new("98402", 10.3m),
        ],
        FirstNames = ["olivia", "ethan", "grace", "marcus", "hannah", "tyler", "naomi", "caleb", "ruth", "diego"],
        LastNames = ["carter", "nguyen", "brooks", "ramirez", "sullivan", "patel", "whitman", "hayes", "okafor", "lindgren"],
    };

    public static DemoMarket UnitedKingdom { get; } = new()
    {
        Code = "GB", Currency = "GBP", Locales = [("en", 1)], Zone = Zone("Europe/London"), Rate = 0.88m, PriceStep = 50,
        StandardShipping = 450, ExpressShipping = 950, FreeShippingFrom = 60_00, TransitDays = 4,
        Carriers = ["Albion Post", "Thames Courier"],
        Places = Places(20m, "SW4 7AA", "M1 4BT", "EH3 9QG", "BS6 5QA", "LS2 8JS", "CF10 3AT", "NE1 4XD", "BT9 6AF"),
        FirstNames = ["amelia", "harry", "priya", "callum", "freya", "owen", "isla", "rhys", "zara", "edward"],
        LastNames = ["hughes", "bennett", "ahmed", "macleod", "shaw", "doyle", "price", "kaur", "whitfield", "osborne"],
    };

    public static DemoMarket Germany { get; } = new()
    {
        Code = "DE", Currency = "EUR", Locales = [("de", 9), ("en", 1)], Zone = Zone("Europe/Berlin"), Rate = 1m, PriceStep = 50,
        StandardShipping = 490, ExpressShipping = 990, FreeShippingFrom = 60_00, TransitDays = 4,
        Carriers = ["Postwagen", "Nordkurier Paket"],
        Places = Places(19m, "10115", "20095", "50667", "80331", "60311", "04109", "70173", "01067"),
        FirstNames = ["lena", "jonas", "marie", "emil", "clara", "felix", "ayse", "moritz", "greta", "lukas"],
        LastNames = ["schneider", "hoffmann", "yilmaz", "krueger", "brandt", "vogel", "seidel", "lorenz", "kaiser", "winter"],
    };

    public static DemoMarket France { get; } = new()
    {
        Code = "FR", Currency = "EUR", Locales = [("fr", 9), ("en", 1)], Zone = Zone("Europe/Paris"), Rate = 1m, PriceStep = 50,
        StandardShipping = 590, ExpressShipping = 1190, FreeShippingFrom = 60_00, TransitDays = 4,
        Carriers = ["Relais Hexagone", "Colis Plume"],
        Places = Places(20m, "75011", "69003", "13006", "33000", "44000", "67000", "59000", "31000"),
        FirstNames = ["camille", "hugo", "manon", "louis", "ines", "theo", "jeanne", "karim", "lucie", "antoine"],
        LastNames = ["moreau", "lefevre", "garnier", "benali", "roussel", "chevalier", "marchand", "dupuis", "fontaine", "perrin"],
    };

    public static DemoMarket Spain { get; } = new()
    {
        Code = "ES", Currency = "EUR", Locales = [("es", 9), ("en", 1)], Zone = Zone("Europe/Madrid"), Rate = 1m, PriceStep = 50,
        StandardShipping = 590, ExpressShipping = 1190, FreeShippingFrom = 60_00, TransitDays = 5,
        Carriers = ["Correo Sur", "Envialo Ya"],
        Places = Places(21m, "28004", "08013", "41003", "46002", "48009", "50003", "15001", "29015"),
        FirstNames = ["lucia", "pablo", "carmen", "alvaro", "elena", "javier", "nuria", "sergio", "marta", "adrian"],
        LastNames = ["navarro", "ortega", "serrano", "molina", "castro", "vidal", "herrero", "campos", "rubio", "prieto"],
    };

    public static DemoMarket Japan { get; } = new()
    {
        Code = "JP", Currency = "JPY", Locales = [("ja", 9), ("en", 1)], Zone = Zone("Asia/Tokyo"), Rate = 1.65m, PriceStep = 100,
        StandardShipping = 800, ExpressShipping = 1600, FreeShippingFrom = 10_000, TransitDays = 5, HasPayPal = false,
        Carriers = ["Sakura Takuhai", "Minato Express"],
        Places = Places(10m, "150-0001", "530-0001", "604-8166", "460-0008", "810-0001", "980-0811", "060-0042", "231-0023"),
        FirstNames = ["haruto", "yui", "sota", "aoi", "ren", "sakura", "daiki", "hina", "kenji", "mio"],
        LastNames = ["tanaka", "kobayashi", "yamamoto", "inoue", "hayashi", "shimizu", "mori", "ishikawa", "ogawa", "fujita"],
    };

    public static DemoMarket Emirates { get; } = new()
    {
        Code = "AE", Currency = "AED", Locales = [("ar", 1), ("en", 1)], Zone = Zone("Asia/Dubai"), Rate = 4.2m, PriceStep = 1_00,
        StandardShipping = 25_00, ExpressShipping = 45_00, FreeShippingFrom = 300_00, TransitDays = 5, HasPayPal = false,
        Carriers = ["Falcon Courier", "Khaleej Parcel"],
        Places = [new(null, 5m)],
        FirstNames = ["fatima", "omar", "layla", "rashid", "noor", "khalid", "sara", "anil", "maryam", "yousef"],
        LastNames = ["almansoori", "haddad", "rahman", "alnuaimi", "menon", "saleh", "aziz", "farouk", "qasim", "alsuwaidi"],
    };

    public static DemoMarket Kuwait { get; } = new()
    {
        // By card, the last digit of an amount in fils is always 0.
        Code = "KW", Currency = "KWD", Locales = [("ar", 2), ("en", 1)], Zone = Zone("Asia/Kuwait"), Rate = 3.5m, PriceStep = 250, DiscountStep = 10, CardStep = 10,
        StandardShipping = 2_500, ExpressShipping = 4_500, FreeShippingFrom = 25_000, TransitDays = 5, HasPayPal = false,
        Carriers = ["Khaleej Parcel", "Dhow Express"],
        Places = Places(0m, "13001", "15000", "20001", "22053", "32009", "43003", "47000", "60000"),
        FirstNames = ["abdullah", "dana", "bader", "hessa", "fahad", "lulwa", "nasser", "reem", "salem", "shaikha"],
        LastNames = ["alrashid", "almutairi", "alenezi", "behbehani", "dashti", "alajmi", "marafi", "alhamad", "bouresli", "khajah"],
    };

    public static IReadOnlyList<DemoMarket> All { get; } = [UnitedStates, UnitedKingdom, Germany, France, Spain, Japan, Emirates, Kuwait];

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    private static DemoPlace[] Places(decimal taxPercent, params string[] postcodes) =>
        Array.ConvertAll(postcodes, postcode => new DemoPlace(postcode, taxPercent));
}
