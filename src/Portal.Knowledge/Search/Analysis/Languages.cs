namespace Portal.Knowledge.Search.Analysis;

/// <summary>The languages that words are compared in.</summary>
internal static class Languages
{
    private static readonly Language Any = new();

    public static IReadOnlyList<Language> All { get; } =
    [
        new English(),
        new German(),
        new French(),
        new Spanish(),
        new Japanese(),
        new Arabic(),
    ];

    /// <summary>By the part of the locale before any hyphen.</summary>
    public static Language For(string locale)
    {
        var code = locale.Split('-')[0];
        return All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase)) ?? Any;
    }
}
