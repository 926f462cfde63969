using NodaTime;
using static Portal.Returns.Statutes.Holiday;

namespace Portal.Returns.Statutes;

/// <summary>
/// The national public holidays of the European Union and the European Economic Area, on which no legal period ends
/// (Regulation 1182/71, articles 2(1) and 3(4)), as the law stands for the years from 2022 on. Denmark, Finland and Sweden
/// let no period end on some eves either; these are listed with the holidays. Left out: days of single regions or towns,
/// half days (Iceland's and Norway's eves), days that always fall on a weekend, days decreed for one year alone
/// (Greece's moved 1 May, Hungary's bridged days), and what employers owe for a holiday on a weekend.
/// </summary>
public static class PublicHolidays
{
    private static readonly Holiday NewYear = new Fixed(1, 1);
    private static readonly Holiday Epiphany = new Fixed(1, 6);
    private static readonly Holiday Annunciation = new Fixed(3, 25);
    private static readonly Holiday MaundyThursday = new AfterEaster(-3);
    private static readonly Holiday GoodFriday = new AfterEaster(-2);
    private static readonly Holiday EasterMonday = new AfterEaster(1);
    private static readonly Holiday Ascension = new AfterEaster(39);
    private static readonly Holiday WhitMonday = new AfterEaster(50);
    private static readonly Holiday CorpusChristi = new AfterEaster(60);
    private static readonly Holiday CleanMonday = new AfterOrthodoxEaster(-48);
    private static readonly Holiday OrthodoxGoodFriday = new AfterOrthodoxEaster(-2);
    private static readonly Holiday OrthodoxEasterMonday = new AfterOrthodoxEaster(1);
    private static readonly Holiday OrthodoxWhitMonday = new AfterOrthodoxEaster(50);
    private static readonly Holiday Labour = new Fixed(5, 1);
    private static readonly Holiday Victory = new Fixed(5, 8);
    private static readonly Holiday MidsummerEve = new OnOrAfter(6, 19, IsoDayOfWeek.Friday);
    private static readonly Holiday Midsummer = new Fixed(6, 24);
    private static readonly Holiday Assumption = new Fixed(8, 15);
    private static readonly Holiday AllSaints = new Fixed(11, 1);
    private static readonly Holiday Armistice = new Fixed(11, 11);
    private static readonly Holiday ImmaculateConception = new Fixed(12, 8);
    private static readonly Holiday ChristmasEve = new Fixed(12, 24);
    private static readonly Holiday Christmas = new Fixed(12, 25);
    private static readonly Holiday SaintStephen = new Fixed(12, 26);
    private static readonly Holiday NewYearsEve = new Fixed(12, 31);

    private static readonly Dictionary<string, HolidayCalendar> ByMarket = new List<HolidayCalendar>
    {
        new("AT", "Arbeitsruhegesetz, § 7",
            [NewYear, Epiphany, EasterMonday, Labour, Ascension, WhitMonday, CorpusChristi, Assumption, On(10, 26), AllSaints, ImmaculateConception, Christmas, SaintStephen]),
        new("BE", "Arrêté royal du 18 avril 1974, article 1",
            [NewYear, EasterMonday, Labour, Ascension, WhitMonday, On(7, 21), Assumption, AllSaints, Armistice, Christmas]),
        new("BG", "Кодекс на труда, чл. 154",
            [
                NewYear.MadeUpFor(), On(3, 3).MadeUpFor(), OrthodoxGoodFriday, OrthodoxEasterMonday, Labour.MadeUpFor(), On(5, 6).MadeUpFor(), On(5, 24).MadeUpFor(),
                On(9, 6).MadeUpFor(), On(9, 22).MadeUpFor(), ChristmasEve.MadeUpFor(), Christmas.MadeUpFor(), SaintStephen.MadeUpFor(),
            ]),
        new("CY", "Public holidays of the Republic (Public Administration and Personnel Department)",
            [
                NewYear, Epiphany, CleanMonday, Annunciation, On(4, 1), OrthodoxGoodFriday, OrthodoxEasterMonday, Labour, OrthodoxWhitMonday,
                Assumption, On(10, 1), On(10, 28), ChristmasEve, Christmas, SaintStephen,
            ]),
        new("CZ", "Zákon č. 245/2000 Sb.",
            [NewYear, GoodFriday, EasterMonday, Labour, Victory, On(7, 5), On(7, 6), On(9, 28), On(10, 28), On(11, 17), ChristmasEve, Christmas, SaintStephen]),
        new("DE", "Feiertagsgesetze der Länder, soweit alle übereinstimmen; Einigungsvertrag, Artikel 2",
            [NewYear, GoodFriday, EasterMonday, Labour, Ascension, WhitMonday, On(10, 3), Christmas, SaintStephen]),
        new("DK", "Forbrugeraftaleloven, § 19, stk. 6; lov nr. 214 af 6. marts 2023 (Great Prayer Day)",
            [
                NewYear, MaundyThursday, GoodFriday, EasterMonday, new AfterEaster(26).Until(2023), Ascension, WhitMonday, On(6, 5),
                ChristmasEve, Christmas, SaintStephen, NewYearsEve,
            ]),
        new("EE", "Pühade ja tähtpäevade seadus",
            [NewYear, On(2, 24), GoodFriday, Labour, On(6, 23), Midsummer, On(8, 20), ChristmasEve, Christmas, SaintStephen]),
        new("ES", "Real Decreto 2001/1983, artículo 45",
            [NewYear, Epiphany, GoodFriday, Labour, Assumption, On(10, 12), AllSaints, On(12, 6), ImmaculateConception, Christmas]),
        new("FI", "Laki säädettyjen määräaikain laskemisesta 150/1930, 5 §",
            [NewYear, Epiphany, GoodFriday, EasterMonday, Labour, Ascension, MidsummerEve, On(12, 6), ChristmasEve, Christmas, SaintStephen]),
        new("FR", "Code du travail, article L3133-1",
            [NewYear, EasterMonday, Labour, Victory, Ascension, WhitMonday, On(7, 14), Assumption, AllSaints, Armistice, Christmas]),
        new("GR", "Νόμος 4808/2021",
            [NewYear, Epiphany, CleanMonday, Annunciation, OrthodoxGoodFriday, OrthodoxEasterMonday, Labour, OrthodoxWhitMonday, Assumption, On(10, 28), Christmas, SaintStephen]),
        new("HR", "Zakon o blagdanima, spomendanima i neradnim danima, NN 110/2019",
            [NewYear, Epiphany, EasterMonday, Labour, On(5, 30), CorpusChristi, On(6, 22), On(8, 5), Assumption, AllSaints, On(11, 18), Christmas, SaintStephen]),
        new("HU", "2012. évi I. törvény, 102. §",
            [NewYear, On(3, 15), GoodFriday, EasterMonday, Labour, WhitMonday, On(8, 20), On(10, 23), AllSaints, Christmas, SaintStephen]),
        new("IE", "Organisation of Working Time Act 1997, second schedule, with Saint Brigid since 2023",
            [
                NewYear, new SaintBrigid().Since(2023), On(3, 17), EasterMonday, new OnOrAfter(5, 1, IsoDayOfWeek.Monday), new OnOrAfter(6, 1, IsoDayOfWeek.Monday),
                new OnOrAfter(8, 1, IsoDayOfWeek.Monday), new OnOrAfter(10, 25, IsoDayOfWeek.Monday), Christmas, SaintStephen,
            ]),
        new("IS", "Lög um 40 stunda vinnuviku nr. 88/1971, 6. gr.",
            [
                NewYear, MaundyThursday, GoodFriday, EasterMonday, new OnOrAfter(4, 19, IsoDayOfWeek.Thursday), Labour, Ascension, WhitMonday, On(6, 17),
                new OnOrAfter(8, 1, IsoDayOfWeek.Monday), Christmas, SaintStephen,
            ]),
        new("IT", "Legge 260/1949; legge 151/2025 (Saint Francis)",
            [NewYear, Epiphany, EasterMonday, On(4, 25), Labour, On(6, 2), Assumption, On(10, 4).Since(2026), AllSaints, ImmaculateConception, Christmas, SaintStephen]),
        new("LI", "Arbeitsgesetz, LGBl. 1967 Nr. 6, and the feasts of the country",
            [
                NewYear, Epiphany, On(2, 2), On(3, 19), GoodFriday, EasterMonday, Labour, Ascension, WhitMonday, CorpusChristi, Assumption, On(9, 8),
                AllSaints, ImmaculateConception, Christmas, SaintStephen,
            ]),
        new("LT", "Darbo kodeksas, 123 straipsnis",
            [NewYear, On(2, 16), On(3, 11), EasterMonday, Labour, Midsummer, On(7, 6), Assumption, AllSaints, On(11, 2), ChristmasEve, Christmas, SaintStephen]),
        new("LU", "Code du travail, article L. 232-2",
            [NewYear, EasterMonday, Labour, On(5, 9), Ascension, WhitMonday, On(6, 23), Assumption, AllSaints, Christmas, SaintStephen]),
        new("LV", "Likums \"Par svētku, atceres un atzīmējamām dienām\"",
            [
                NewYear, GoodFriday, EasterMonday, Labour, On(5, 4).MadeUpFor(), On(6, 23), Midsummer, On(11, 18).MadeUpFor(),
                ChristmasEve, Christmas, SaintStephen, NewYearsEve,
            ]),
        new("MT", "National Holidays and other Public Holidays Act, chapter 252",
            [
                NewYear, On(2, 10), On(3, 19), On(3, 31), GoodFriday, Labour, On(6, 7), On(6, 29), Assumption, On(9, 8), On(9, 21),
                ImmaculateConception, On(12, 13), Christmas,
            ]),
        new("NL", "Algemene termijnenwet, artikel 3",
            [NewYear, GoodFriday, EasterMonday, On(4, 27), On(5, 5), Ascension, WhitMonday, Christmas, SaintStephen]),
        new("NO", "Lov om helligdager og helligdagsfred (1995); lov om 1 og 17 mai (1947)",
            [NewYear, MaundyThursday, GoodFriday, EasterMonday, Labour, On(5, 17), Ascension, WhitMonday, Christmas, SaintStephen]),
        new("PL", "Ustawa o dniach wolnych od pracy (1951), since 2025 with Christmas Eve",
            [NewYear, Epiphany, EasterMonday, Labour, On(5, 3), CorpusChristi, Assumption, AllSaints, Armistice, ChristmasEve.Since(2025), Christmas, SaintStephen]),
        new("PT", "Código do Trabalho, artigo 234.º",
            [NewYear, GoodFriday, On(4, 25), Labour, CorpusChristi, On(6, 10), Assumption, On(10, 5), AllSaints, On(12, 1), ImmaculateConception, Christmas]),
        new("RO", "Codul muncii, art. 139, since 2024 with 6 and 7 January",
            [
                NewYear, On(1, 2), Epiphany.Since(2024), On(1, 7).Since(2024), On(1, 24), OrthodoxGoodFriday, OrthodoxEasterMonday, Labour, On(6, 1), OrthodoxWhitMonday,
                Assumption, On(11, 30), On(12, 1), Christmas, SaintStephen,
            ]),
        new("SE", "Lag (1989:253) om allmänna helgdagar; lag (1930:173) om beräkning av lagstadgad tid, 2 §",
            [NewYear, Epiphany, GoodFriday, EasterMonday, Labour, Ascension, On(6, 6), MidsummerEve, ChristmasEve, Christmas, SaintStephen, NewYearsEve]),
        new("SI", "Zakon o praznikih in dela prostih dnevih",
            [NewYear, On(1, 2), On(2, 8), EasterMonday, On(4, 27), Labour, On(5, 2), On(6, 25), Assumption, On(10, 31), AllSaints, Christmas, SaintStephen]),
        new("SK", "Zákon č. 241/1993 Z. z.; working days since: 1 September (2024), 17 November (2025), in 2026 alone 8 May and 15 September",
            [
                NewYear, Epiphany, GoodFriday, EasterMonday, Labour, Victory.Except(2026), On(7, 5), On(8, 29), On(9, 1).Until(2023), On(9, 15).Except(2026),
                AllSaints, On(11, 17).Until(2024), ChristmasEve, Christmas, SaintStephen,
            ]),
    }.ToDictionary(calendar => calendar.Market, StringComparer.Ordinal);

    /// <summary>The calendar of a market, or null where none is kept here.</summary>
    public static HolidayCalendar? For(string market) => ByMarket.GetValueOrDefault(market);

    private static Fixed On(int month, int day) => new(month, day);
}
