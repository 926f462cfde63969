using System.Globalization;
using Portal.Returns;

namespace Portal.Web.Resources;

/// <summary>Amounts as each locale writes them. The culture data of the runtime knows one currency per country, so the patterns are ours.</summary>
public static class MoneyFormat
{
    private static readonly Dictionary<string, string> Symbols = new(StringComparer.Ordinal)
    {
        ["EUR"] = "€", ["USD"] = "$", ["GBP"] = "£", ["JPY"] = "¥",
    };

    /// <summary>The amount with its currency; the sign stands before everything, as <c>−</c>.</summary>
    public static string Format(Money money, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        var symbol = Symbol(money.Currency, locale);
        var number = Math.Abs(money.Amount).ToString("N" + money.Currency.Decimals.ToString(CultureInfo.InvariantCulture), Numbers(locale));
        var text = locale.Code switch
        {
            "de" or "fr" or "es" => $"{number}\u00a0{symbol}",
            "ar" => $"{number}\u00a0{symbol}",
            _ => char.IsAsciiLetter(symbol[^1]) ? $"{symbol}\u00a0{number}" : symbol + number,
        };
        if (money.Minor >= 0)
        {
            return text;
        }

        // Between words that run from right to left, the sign would end up on the other side of its number.
        return locale.IsRightToLeft ? $"\u2066−{number}\u2069\u00a0{symbol}" : "−" + text;
    }

    private static string Symbol(Currency currency, Locale locale) => (locale.Code, currency.Code) switch
    {
        ("ja", "JPY") => "￥",
        ("ar", "AED") => "د.إ",
        ("ar", "KWD") => "د.ك",
        ("ar", "USD") => "US$",
        (_, var code) => Symbols.GetValueOrDefault(code, code),
    };

    // The Arabic culture mixes Arabic separators with Latin digits; shops in the Gulf write both in Latin form.
    private static NumberFormatInfo Numbers(Locale locale) =>
        string.Equals(locale.Code, "ar", StringComparison.Ordinal) ? CultureInfo.InvariantCulture.NumberFormat : locale.Formats.NumberFormat;
}
