using NodaTime;
using Portal.Returns;
using Portal.Web.Resources;

namespace Portal.Web.Content;

/// <summary>The shop as <c>content/site.yaml</c> describes it.</summary>
public sealed record SiteSettings
{
    public required string Name { get; init; }

    /// <summary>Address of the logo, below <c>/media/</c>, or null.</summary>
    public string? Logo { get; init; }

    /// <summary>The accent colour.</summary>
    public required AccentColour Accent { get; init; }

    /// <summary>The locales that are switched on, in the order of the switcher.</summary>
    public required IReadOnlyList<Locale> Locales { get; init; }

    public required Locale DefaultLocale { get; init; }

    /// <summary>The countries the shop delivers to, by ISO 3166-1 alpha-2 code.</summary>
    public required IReadOnlyDictionary<string, Market> Markets { get; init; }

    public required ContactSettings Contact { get; init; }

    /// <summary>Lines of the legal notice per locale code.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Imprint { get; init; }

    /// <summary>Lines of the return address per market; <c>default</c> where a market has none of its own.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> ReturnAddresses { get; init; }

    /// <summary>What stands for an article's file in <see cref="EditUrl"/>.</summary>
    public const string FilePart = "{file}";

    /// <summary>Where editors change an article in their browser, with <see cref="FilePart"/> for its path below the content folder; null for nowhere.</summary>
    public string? EditUrl { get; init; }

    /// <summary>Where the file of an article is changed; null for nowhere.</summary>
    public string? EditAddress(string file) => EditUrl?.Replace(FilePart, string.Join('/', file.Split('/').Select(Uri.EscapeDataString)), StringComparison.Ordinal);

    /// <summary>Where a market's parcels go back to; null when there is no address, and then nothing can be sent back.</summary>
    public IReadOnlyList<string>? ReturnAddress(string market) =>
        ReturnAddresses.GetValueOrDefault(market) ?? ReturnAddresses.GetValueOrDefault("default");
}

/// <summary>A country that is delivered to.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 code.</param>
/// <param name="Currency">What is paid there.</param>
/// <param name="Zone">The zone of its deadlines, the westernmost where there are several.</param>
/// <param name="Locale">Code of the language to start with.</param>
public sealed record Market(string Code, Currency Currency, DateTimeZone Zone, string Locale);

/// <summary>How people reach the shop.</summary>
/// <param name="Phone">As people write it, or null.</param>
/// <param name="Email">An address, or null.</param>
/// <param name="Hours">Words per locale code.</param>
public sealed record ContactSettings(string? Phone, string? Email, IReadOnlyDictionary<string, string> Hours);
