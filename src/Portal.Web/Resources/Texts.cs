using Microsoft.Extensions.Localization;
using NodaTime;
using Portal.Returns;

namespace Portal.Web.Resources;

/// <summary>Every word, number, date and amount a shopper reads, in the locale of the current request.</summary>
public sealed class Texts(IStringLocalizer<Ui> strings)
{
    /// <summary>The text of a key, with <c>{0}</c>-style arguments filled in. A missing key shows as the key itself.</summary>
    public string this[string key, params object[] arguments] => arguments.Length == 0 ? strings[key] : strings[key, arguments];

    /// <summary>The locale of the current request.</summary>
    public Locale Locale => Locale.Current;

    /// <summary>The text of a key if there is one in this locale or in English.</summary>
    public string? Find(string key)
    {
        var text = strings[key];
        return text.ResourceNotFound ? null : text.Value;
    }

    /// <summary>The plural form of a key for a count: keys are <c>Key.one</c>, <c>Key.other</c> and so on; <c>{0}</c> is the count.</summary>
    public string Count(string key, int count) =>
        strings[$"{key}.{Plural.Category(Locale.Code, count)}", count.ToString("N0", Locale.Formats)];

    /// <summary>An amount with its currency as this locale writes it: <c>€18.00</c>, <c>18,00 €</c>, <c>¥1,800</c>, <c>KWD 1.500</c>.</summary>
    public string Money(Money money) => MoneyFormat.Format(money, Locale);

    /// <summary>A day with the month's name: <c>31 January 2027</c>, <c>31. Januar 2027</c>.</summary>
    public string Date(LocalDate date) => DateFormat.Day(date, Locale);

    /// <summary>A day and time of day in a zone.</summary>
    public string DateTime(Instant instant, DateTimeZone zone) => DateFormat.DayAndTime(instant.InZone(zone).LocalDateTime, Locale);

    /// <summary>The day of an instant in a zone.</summary>
    public string Date(Instant instant, DateTimeZone zone) => Date(instant.InZone(zone).Date);

    /// <summary>Pieces of something: <c>2 × Linen napkin</c>. A title that runs the other way is kept apart, so that the number stays where it is read.</summary>
    public string Pieces(int quantity, string title) => this["Parcel.Item", Number(quantity), TypedText.IsRightToLeft(title) == Locale.IsRightToLeft ? title : $"\u2068{title}\u2069"];

    /// <summary>A market's name, such as <c>Germany</c>.</summary>
    public string Market(string code) => this[$"Market.{code}"];

    /// <summary>A whole number with the locale's grouping.</summary>
    public string Number(int number) => number.ToString("N0", Locale.Formats);

    /// <summary>Per cent with at most two decimals, for instance <c>12.5%</c> or <c>12,5 %</c>.</summary>
    public string Percent(decimal percent)
    {
        var decimals = decimal.Round(percent) == percent ? "P0" : decimal.Round(percent, 1) == percent ? "P1" : "P2";
        return (percent / 100).ToString(decimals, Locale.Formats);
    }
}
