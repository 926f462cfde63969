using System.Collections;
using System.Reflection;
using CsCheck;
using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

/// <summary>Policies with everything the language has, and whether two of them are equal in every part.</summary>
internal static class RandomPolicies
{
    private static readonly string[] Codes = ["EUR", "JPY", "KWD", "USD"];

    private static readonly Gen<string> Id = Gen.Select(Gen.Char['a', 'z'], Gen.Char["abz019-"].Array[0, 5], (first, rest) => first + new string(rest));

    private static readonly Gen<string> Article = Gen.Select(Id, Id, (category, name) => $"{category}/{name}");

    private static readonly Gen<string> Word = Gen.OneOf(
        Id,
        Pick("true", "null", "~", "1e3", "0x1f", "- a", "a: b", "a #b", " a", "a ", "\"", "'", "\\", "{", "*a", "&a", "!a", "%", "é", "日本", "\ud83d\ude00", "\u0085a", "\u2028a", "\ufeffa", "a\tb", "a\nb", "\0a", "a  b", "%YAML", "---", "other"),
        Gen.Char["ab {}[]:,-#&*!|>'\"%@`?\n\t\0\u0085\u2028\u00a0é"].Array[1, 6].Select(characters => new string(characters)).Where(word => !string.IsNullOrWhiteSpace(word)));

    private static readonly Gen<string> Market = Pick("DE", "JP", "KW", "NO", "US");

    private static readonly Gen<LocalDate> Day = Gen.Int[0, 400_000].Select(days => new LocalDate(1900, 1, 1).PlusDays(days));

    private static readonly Gen<Money> Amount = Gen.Select(Gen.Long[0, 1_000_000_000_000], Pick(Codes), (minor, code) => new Money(minor, Currency.Of(code)));

    private static readonly Gen<Rate> AnyRate = Gen.OneOf(Amount.Select(amount => new Rate(amount)), Percent());

    public static Gen<Policy> All { get; } = Gen.Select(Optional(ByMarket(Amount)), Optional(ByMarket(Gen.Int[0, 9_000])), Optional(ByMarket(AnyRate).Where(share => share.Everywhere is { IsPercent: true } || share.ByMarket.Values.Any(rate => rate.IsPercent))))
        .SelectMany((low, twice, share) => Policies(
        [
            .. low is null ? [] : new[] { new Limit.OfAmount("low", low with { Text = "low" }) },
            .. twice is null ? [] : new[] { new Limit.OfNumber("twice", twice with { Text = "twice" }) },
            .. share is null ? [] : new[] { new Limit.OfRate("share", share with { Text = "share" }) },
        ]));

    /// <summary>The path to the first difference, or null when there is none; texts and hashes do not count.</summary>
    public static string? Difference(object? left, object? right, string path = "policy")
    {
        switch (left, right)
        {
            case (null, null):
                return null;
            case (null, _) or (_, null):
                return path;
            case (Fact, _) or (string, _) or (Money, _) or (Rate, _) or (LocalDate, _):
                return Equals(left, right) ? null : path;
            case (IDictionary mine, IDictionary theirs):
                return mine.Count != theirs.Count ? path : mine.Keys.Cast<object>().Select(key => Difference(mine[key], theirs[key], $"{path}.{key}")).FirstOrDefault(found => found is not null);
            case (IEnumerable mine, IEnumerable theirs):
                var (first, second) = (mine.Cast<object>().ToList(), theirs.Cast<object>().ToList());
                return first.Count != second.Count ? path : first.Select((item, i) => Difference(item, second[i], $"{path}[{i}]")).FirstOrDefault(found => found is not null);
            default:
                return left.GetType().IsPrimitive || left.GetType().IsEnum || left.GetType() != right.GetType()
                    ? Equals(left, right) ? null : path
                    : left.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Where(property => property.CanWrite && (left is not Policy || property.Name is not ("Text" or "Hash")))
                        .Select(property => Difference(property.GetValue(left), property.GetValue(right), $"{path}.{property.Name}"))
                        .FirstOrDefault(found => found is not null);
        }
    }

    private static Gen<Policy> Policies(IReadOnlyList<Limit> limits)
    {
        var rules = Enum.GetValues<Question>().Select(question => Gen.Select(
                Id, Optional(Conditions(limits, 3)), Answers(question, limits), Gen.Select(Optional(Article), Optional(Id), Gen.Bool),
                (id, when, answer, rest) => new Rule(id, question, when ?? AllCondition.Always, answer, rest.Item1, rest.Item2, rest.Item3))
            .List[0, 2].Select(list => list.DistinctBy(rule => rule.Id, StringComparer.Ordinal).ToList()));
        return Gen.Select(
            Gen.Select(Id, Day, Optional(Market.Array[1, 3])),
            Gen.Select(Optional(Article), Optional(Article)),
            rules.Aggregate(Gen.Const(new List<Rule>()), (all, next) => Gen.Select(all, next, (before, more) => before.Concat(more).ToList())),
            (head, articles, all) => new Policy
            {
                Name = head.Item1,
                From = head.Item2,
                Markets = head.Item3,
                ArticleKey = articles.Item1,
                LawArticleKey = articles.Item2,
                Limits = limits,
                Rules = all,
                Hash = "",
                Text = "",
            });
    }

    private static Gen<Condition> Conditions(IReadOnlyList<Limit> limits, int depth)
    {
        var leaf = Pick([.. FactCatalogue.All]).SelectMany(fact => OnFact(fact, limits));
        if (depth == 0)
        {
            return leaf;
        }

        var part = Conditions(limits, depth - 1);
        return Gen.OneOf(
            leaf,
            leaf,
            leaf,
            part.Array[1, 3].Select(parts => (Condition)new AllCondition(parts)),
            part.Array[1, 3].Select(parts => (Condition)new AnyCondition(parts)),
            part.Select(one => (Condition)new NotCondition(one)));
    }

    private static Gen<Condition> OnFact(Fact fact, IReadOnlyList<Limit> limits)
    {
        var words = (fact == FactCatalogue.Market ? Market : fact.Values is { } known ? Pick([.. known]) : Word).Array[1, 3];
        var numbers = Value(Gen.Int[0, int.MaxValue], limits.OfType<Limit.OfNumber>().Select(limit => limit.Value));
        var unknown = fact.MayBeUnknown ? Gen.Bool : Gen.Const(false);
        return fact.Type switch
        {
            FactType.Text => words.Select(values => (Condition)new TextCondition(fact, values)),
            FactType.List => words.Select(values => (Condition)new ListCondition(fact, values)),
            FactType.Truth => Gen.Bool.Select(expected => (Condition)new TruthCondition(fact, expected)),
            FactType.Amount => Range(Value(Amount, limits.OfType<Limit.OfAmount>().Select(limit => limit.Value))).Select(range => (Condition)new AmountCondition(fact, range)),
            FactType.Day => Gen.Select(Optional(Day), Optional(Day), unknown, (left, right, ifUnknown) => (Condition)(left <= right || left is null || right is null
                ? new DayCondition(fact, left is null && right is null ? new LocalDate(2026, 1, 1) : left, right, ifUnknown)
                : new DayCondition(fact, right, left, ifUnknown))),
            _ => Gen.OneOf(
                numbers.Select(exactly => (Condition)new NumberCondition(fact, new Bounds<int> { Exactly = exactly })),
                Gen.Select(Range(numbers), unknown, (range, ifUnknown) => (Condition)new NumberCondition(fact, range, ifUnknown))),
        };
    }

    private static Gen<Answer> Answers(Question question, IReadOnlyList<Limit> limits)
    {
        var rates = Value(AnyRate, limits.OfType<Limit.OfRate>().Select(limit => limit.Value)
            .Concat(limits.OfType<Limit.OfAmount>().Select(limit => new MarketValue<Rate>(
                limit.Name,
                limit.Value.Everywhere is { } amount ? new Rate(amount) : null,
                limit.Value.ByMarket.ToDictionary(pair => pair.Key, pair => new Rate(pair.Value), StringComparer.Ordinal)))));
        return question switch
        {
            Question.Eligibility => Gen.OneOf(Id.Select(key => (Answer)new Refuse(key)), Gen.Const((Answer)new Allow())),
            Question.Window => Gen.Select(
                Value(Gen.Int[0, 36_500], limits.OfType<Limit.OfNumber>().Select(limit => limit.Value)), Gen.Enum<WindowStart>(), Optional(ByMarket(Day)),
                (days, from, notBefore) => (Answer)new WindowAnswer(days, from, notBefore)),
            Question.Resolutions => Gen.Select(Gen.Enum<Resolution>().Array[1, 3], Optional(rates), (offered, bonus) => (Answer)new Offer(offered, offered.Contains(Resolution.StoreCredit) ? bonus : null)),
            Question.Shipment => Gen.Enum<ShipmentMethod>().Array[1, 3].Select(methods => (Answer)new Ship(methods)),
            Question.Fees => Gen.Select(Id, rates, Optional(Conditions(limits, 1)), (key, amount, waive) => new ChargedFee(key, amount, waive))
                .Array[0, 3].Select(fees => (Answer)new Charge([.. fees.DistinctBy(fee => fee.MessageKey, StringComparer.Ordinal)])),
            Question.RefundWhen => Gen.Select(Gen.Enum<RefundMoment>(), Word.Array[0, 2]).Select((moment, first) => (Answer)new RefundAt(moment, first)),
            _ => Gen.OneOf(Id.Select(key => (Answer)new Review(key)), Gen.Const((Answer)new Approve())),
        };
    }

    private static Gen<Bounds<T>> Range<T>(Gen<MarketValue<T>> values)
        where T : struct, IComparable<T> => Gen.Select(Optional(values), Optional(values), Optional(values), values, Gen.Bool, (atLeast, atMost, above, below, also) =>
            new Bounds<T> { AtLeast = atLeast, AtMost = atMost, Above = above, Below = also || (atLeast ?? atMost ?? above) is null ? below : null });

    private static Gen<MarketValue<T>> Value<T>(Gen<T> values, IEnumerable<MarketValue<T>> named)
        where T : struct => Gen.OneOf([ByMarket(values), .. named.Select(Gen.Const)]);

    private static Gen<MarketValue<T>> ByMarket<T>(Gen<T> values)
        where T : struct => Gen.Select(values, Gen.Bool, Gen.Select(Market, values).Array[0, 3], (everywhere, isElsewhere, markets) => MarketValue.Of(
            isElsewhere || markets.Length == 0 ? everywhere : null,
            (IReadOnlyDictionary<string, T>)markets.DistinctBy(pair => pair.Item1, StringComparer.Ordinal).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal)));

    private static Gen<Rate> Percent() => Gen.Int[0, 10_000].Select(hundredths => Rate.OfPercent(hundredths / 100m));

    private static Gen<T?> Optional<T>(Gen<T> values)
        where T : class => Gen.Select(Gen.Bool, values, (isThere, value) => isThere ? value : null);

    private static Gen<LocalDate?> Optional(Gen<LocalDate> values) => Gen.Select(Gen.Bool, values, (isThere, value) => isThere ? value : (LocalDate?)null);

    private static Gen<T> Pick<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);
}
