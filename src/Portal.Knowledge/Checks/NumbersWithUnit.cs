using System.Text.RegularExpressions;

namespace Portal.Knowledge.Checks;

/// <summary>Finds numbers with a unit of time, money or per cent, as the locales write them.</summary>
internal static partial class NumbersWithUnit
{
    private const string Number = @"\p{Nd}+(?:[.,:٫٬\u00a0\u202f]\p{Nd}+)*";

    private const string Currencies = "€|\\$|£|¥|￥|EUR|USD|GBP|JPY|AED|KWD|د\\.إ|د\\.ك";

    // The longest words first: what stands behind a number begins with one of them.
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["en"] = "(?:working |business |calendar )?(?:minute|hour|day|week|month|year)s?|per ?cent|pounds?|euros?|dollars?|yen|dirhams?|dinars?",
        ["de"] = "(?:Werk|Arbeits|Kalender)?(?:Minute|Stunde|Tag|Woche|Monat|Jahr)(?:e?[ns]?)|Prozent|Euro|Pfund|Dollar|Yen",
        ["fr"] = "minutes?|heures?|jours?|semaines?|mois|années?|ans?|pour cent|euros?|livres|dollars?|yens?",
        ["es"] = "minutos?|horas?|días?|semanas?|mes(?:es)?|años?|por ciento|euros?|libras|dólares|yenes",
        ["ja"] = "分間|時間|営業日|日間|日以内|週間|か月|カ月|ヶ月|ヵ月|年間|年以内|パーセント|円|ユーロ|ドル|ポンド",
        ["ar"] = "دقيقة|دقائق|ساعة|ساعات|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|سنة|سنوات|عام|أعوام|بالمئة|في المئة|درهم|دينار|يورو|دولار|ين",
    };

    private static readonly Dictionary<string, Regex> Forms = Units.ToDictionary(unit => unit.Key, unit => Form(unit.Value), StringComparer.Ordinal);

    private static readonly Regex Symbols = Form("€");

    /// <summary>Each of them in a text: where it begins, and what is written.</summary>
    public static IEnumerable<(int At, string Text)> In(string text, string locale) =>
        text.Any(char.IsDigit) ? Forms.GetValueOrDefault(locale, Symbols).Matches(text).Select(match => (match.Index, match.Value)) : [];

    /// <summary>The same in one form, so that two ways of writing it are equal: digits and letters only.</summary>
    public static string Canonical(string text) =>
        string.Concat(text.ToUpperInvariant().Where(char.IsLetterOrDigit).Select(letter => char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter));

    /// <summary>Every number of a text, without separators and in order.</summary>
    public static IEnumerable<string> Numbers(string text) => Plain().Matches(text).Select(match => Canonical(match.Value));

    // Letters of other scripts know no word boundary in front of a unit's suffix; a longer word is another word only in alphabets.
    private static Regex Form(string units) => new(
        $@"(?:{Currencies})\s?{Number}|{Number}[\s\u00a0\u202f-]?(?:(?:{units}){(units.Contains("営業日", StringComparison.Ordinal) ? "" : @"(?!\p{L}{2})")}|%|％|٪|{Currencies})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TimeSpan.FromSeconds(1));

    [GeneratedRegex(Number, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
