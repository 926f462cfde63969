using System.Reflection;
using Portal.Knowledge.Articles;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Orders.Demo;
using Portal.Web.Payments;
using Portal.Web.Resources;

namespace Portal.Web.Tests.Resources;

public sealed class KeysTests
{
    // A policy may charge fees, refuse and review by keys of its own; words for the usual ones are kept ready.
    private static readonly string[] KeptReady = ["Fee.", "Decision.", "Parcel."];

    private static readonly SiteSettings Site = SiteReader.Read("site.yaml", File.ReadAllText(Path.Combine(Repository.Content, "site.yaml"))).Site!;

    private static readonly PolicyBook Policies = SnapshotReader.ReadPolicies(Repository.Content).Policies!;

    public static TheoryData<string> LocalesSwitchedOn() => [.. Site.Locales.Select(locale => locale.Code)];

    [Theory]
    [MemberData(nameof(LocalesSwitchedOn))]
    public void Keys_AskedForInTheSource_HaveWords(string locale)
    {
        var words = UiStrings.Of(locale);
        var known = words.Keys.ToHashSet(StringComparer.Ordinal);
        known.UnionWith(words.Keys.Select(UiStrings.Stem));
        var places = words.Keys.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(UiStrings.Literals, literal => literal.Literal.Contains('.', StringComparison.Ordinal)
            && places.Contains(literal.Literal.Split('.')[0])
            && literal.Literal.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-')
            && !literal.Literal.EndsWith('.')
            && !known.Contains(literal.Literal));
    }

    [Theory]
    [MemberData(nameof(LocalesSwitchedOn))]
    public void Keys_PutTogetherAtRunTime_HaveWords(string locale) => Assert.Empty(BuiltKeys().Except(UiStrings.Of(locale).Keys, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(LocalesSwitchedOn))]
    public void Keys_AreTheSameAsInEnglish(string locale) => Assert.Equal(
        UiStrings.Of("en").Keys.Select(UiStrings.Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        UiStrings.Of(locale).Keys.Select(UiStrings.Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(LocalesSwitchedOn))]
    public void Plurals_HaveEveryCategoryOfTheirLocale(string locale)
    {
        var words = UiStrings.Of(locale);
        var stems = UiStrings.Of("en").Keys.Where(key => key.EndsWith(".other", StringComparison.Ordinal)).Select(UiStrings.Stem);
        Assert.DoesNotContain(stems.SelectMany(stem => Plural.Categories(locale).Select(category => $"{stem}.{category}")), key => !words.ContainsKey(key));
    }

    [Theory]
    [MemberData(nameof(LocalesSwitchedOn))]
    public void Texts_HaveTheSamePlaceholdersAsInEnglish(string locale)
    {
        // "Two pieces" may be one word that needs no number.
        var english = UiStrings.Of("en");
        Assert.DoesNotContain(UiStrings.Of(locale), entry => english.ContainsKey(entry.Key) && !(entry.Key.EndsWith(".one", StringComparison.Ordinal) && UiStrings.Placeholders(entry.Value) is []) && !UiStrings.Placeholders(entry.Value).SequenceEqual(UiStrings.Placeholders(english[entry.Key]), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(LocalesSwitchedOn))]
    public void Texts_AreNotEmpty(string locale) => Assert.DoesNotContain(UiStrings.Of(locale), entry => entry.Value.Length == 0);

    [Fact]
    public void Keys_AreAllUsed()
    {
        var asked = UiStrings.Literals.Select(literal => literal.Literal).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(UiStrings.Of("en").Keys.Where(key => !asked.Contains(key)
            && !asked.Contains(UiStrings.Stem(key))
            && !KeptReady.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .Except(BuiltKeys(), StringComparer.Ordinal));
    }

    private static IEnumerable<string> BuiltKeys() =>
    [
        .. Names<Reason>("Reason"),
        .. Names<Verdict>("Verdict"),
        .. Names<ArticleType>("ArticleCard.Type"),
        .. Names<TimelineEventKind>("Event"),
        .. Names<RefundFault>("Fault"),
        .. Names<RefundWay>("Way").SelectMany(key => new[] { key, key + ".Hint" }),
        .. Names<RequestKind>("RequestKind"),
        .. Names<WantedKey>("Wanted"),
        .. Enum.GetNames<Vote>().Except(["Yes", "No"], StringComparer.Ordinal).Select(reason => $"Vote.Reason.{reason}"),
        .. FactCatalogue.All.Select(fact => $"Fact.{fact.Name}"),
        .. Enum.GetValues<Question>().Select(question => $"Question.{question.Name()}").Append("Question.law"),
        "FactValue.true",
        "FactValue.false",
        .. Names<RequestKind>("Alternative").Append("Alternative.StoreCredit").SelectMany(key => new[] { key, key + ".Until" }),
        .. Enum.GetNames<PlanItemKind>().Except(["Goods", "Fee"], StringComparer.Ordinal).Select(kind => $"Plan.{kind}"),
        .. Enum.GetNames<ShipmentMethod>().Append("NotSent").SelectMany(shipment => new[] { $"Option.Refund.{shipment}", $"Option.Refund.{shipment}.Hint" }),
        .. Site.Markets.Keys.Select(market => $"Market.{market}"),
        .. DemoOrders.Handful.Select(hint => $"Demo.What.{hint.Number}"),
        .. new[] { "400", "404", "429", "500" }.SelectMany(kind => new[] { $"Status.{kind}.Title", $"Status.{kind}.Text" }),
        .. new[] { "Delivered", "Late", "OnItsWay", "Packing" }.Select(state => $"Parcel.{state}"),
        .. typeof(ReasonKey).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"Decision.{field.GetRawConstantValue()}"),
        .. Policies.Policies.SelectMany(policy => policy.Rules).Where(rule => !rule.IsInternal)
            .Select(rule => rule.Answer switch { Refuse refuse => refuse.ReasonKey, Review review => review.ReasonKey, _ => rule.ReasonKey })
            .OfType<string>()
            .Select(key => $"Decision.{key}"),
        "Decision.internal",
    ];

    private static IEnumerable<string> Names<T>(string place)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{place}.{name}");
}
