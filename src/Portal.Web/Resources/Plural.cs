namespace Portal.Web.Resources;

/// <summary>The plural categories of Unicode CLDR for whole numbers in our locales (source: CLDR 46, plurals.xml).</summary>
public static class Plural
{
    /// <summary>The category of a whole number in a locale: <c>zero</c>, <c>one</c>, <c>two</c>, <c>few</c>, <c>many</c> or <c>other</c>.</summary>
    public static string Category(string locale, int count) => locale switch
    {
        "ja" => "other",
        "fr" => count is 0 or 1 ? "one" : "other",
        "ar" => Arabic(count),
        _ => count == 1 ? "one" : "other",
    };

    /// <summary>Every category that a locale uses, so that a missing form can be found.</summary>
    public static IReadOnlyList<string> Categories(string locale) => locale switch
    {
        "ja" => ["other"],
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        _ => ["one", "other"],
    };

    private static string Arabic(int count) => count switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (count % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => "many",
            _ => "other",
        },
    };
}
