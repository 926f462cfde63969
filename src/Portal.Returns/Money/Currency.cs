namespace Portal.Returns;

/// <summary>An ISO 4217 currency: its three-letter code and how many decimals its minor unit has (0 to 4). There is one of each, so that comparing costs nothing.</summary>
public sealed class Currency
{
    private static readonly Dictionary<string, Currency> Known = new[]
    {
        ("AED", 2), ("ARS", 2), ("AUD", 2), ("BGN", 2), ("BHD", 3), ("BIF", 0), ("BRL", 2), ("CAD", 2), ("CHF", 2),
        ("CLP", 0), ("CNY", 2), ("COP", 2), ("CZK", 2), ("DJF", 0), ("DKK", 2), ("EGP", 2), ("EUR", 2), ("GBP", 2),
        ("GNF", 0), ("HKD", 2), ("HUF", 2), ("IDR", 2), ("ILS", 2), ("INR", 2), ("IQD", 3), ("ISK", 0), ("JOD", 3),
        ("JPY", 0), ("KMF", 0), ("KRW", 0), ("KWD", 3), ("LYD", 3), ("MAD", 2), ("MGA", 2), ("MXN", 2), ("MYR", 2),
        ("NOK", 2), ("NZD", 2), ("OMR", 3), ("PEN", 2), ("PHP", 2), ("PLN", 2), ("PYG", 0), ("QAR", 2), ("RON", 2),
        ("RWF", 0), ("SAR", 2), ("SEK", 2), ("SGD", 2), ("THB", 2), ("TND", 3), ("TRY", 2), ("TWD", 2), ("UAH", 2),
        ("UGX", 0), ("USD", 2), ("VND", 0), ("VUV", 0), ("XAF", 0), ("XOF", 0), ("XPF", 0), ("ZAR", 2),
    }.ToDictionary(pair => pair.Item1, pair => new Currency(pair.Item1, pair.Item2), StringComparer.Ordinal);

    private Currency(string code, int decimals) => (Code, Decimals) = (code, decimals);

    /// <summary>The ISO 4217 code, three capital letters.</summary>
    public string Code { get; }

    /// <summary>The number of decimals, 0 to 4: 2 for EUR, 0 for JPY, 3 for KWD.</summary>
    public int Decimals { get; }

    /// <summary>Every currency that can be used, by code.</summary>
    public static IReadOnlyCollection<Currency> All => Known.Values;

    /// <summary>The currency with this code.</summary>
    /// <exception cref="ArgumentException">No currency with this code is known.</exception>
    public static Currency Of(string code) =>
        TryOf(code) ?? throw new ArgumentException($"'{code}' is not a known ISO 4217 currency code.", nameof(code));

    /// <summary>The currency with this code, or null when none is known.</summary>
    public static Currency? TryOf(string code) => Known.GetValueOrDefault(code);

    public override string ToString() => Code;
}
