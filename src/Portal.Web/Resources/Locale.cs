using System.Globalization;

namespace Portal.Web.Resources;

/// <summary>A language the portal can speak: its code in addresses, its own name, its writing direction and its formats.</summary>
/// <param name="Code">The code in addresses and file names, such as <c>de</c>.</param>
/// <param name="Name">The language's own name, as the switcher shows it.</param>
/// <param name="CultureName">The culture whose number and date formats are used.</param>
/// <param name="IsRightToLeft">True for Arabic.</param>
public sealed record Locale(string Code, string Name, string CultureName, bool IsRightToLeft = false)
{
    /// <summary>Every locale there are words for; <c>site.yaml</c> switches them on.</summary>
    public static IReadOnlyList<Locale> All { get; } =
    [
        new("en", "English", "en-GB"),
        new("de", "Deutsch", "de-DE"),
        new("fr", "Français", "fr-FR"),
        new("es", "Español", "es-ES"),
        new("ja", "日本語", "ja-JP"),
        new("ar", "العربية", "ar-AE", IsRightToLeft: true),
    ];

    /// <summary>The text direction for the <c>dir</c> attribute.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The culture used for resources: the plain language.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Code);

    /// <summary>The culture whose formats are used.</summary>
    public CultureInfo Formats => CultureInfo.GetCultureInfo(CultureName);

    /// <summary>Makes this the locale of everything that is written from here on in this flow of work; it ends with the method that called.</summary>
    public void Speak() => (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (Culture, Formats);

    /// <summary>The locale with this code, or null.</summary>
    public static Locale? TryOf(string? code) => All.FirstOrDefault(locale => string.Equals(locale.Code, code, StringComparison.Ordinal));

    /// <summary>The locale of the current UI culture; English when it is none of ours.</summary>
    public static Locale Current => TryOf(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? All[0];
}
