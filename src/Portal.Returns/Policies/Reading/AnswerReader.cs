using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>Reads what rules answer; each question has its own keys.</summary>
internal sealed class AnswerReader(Values values, MarketValues marketValues, ConditionReader conditions, ErrorList errors)
{
    /// <summary>Days beyond this are a mistake, and would leave the calendar.</summary>
    public const int MostDays = 36_500;

    /// <summary>The keys that answer a question; a rule has exactly one of them.</summary>
    public static IReadOnlyList<string> Keys(Question question) => question switch
    {
        Question.Eligibility => ["allow", "refuse"],
        Question.Window => ["days"],
        Question.Resolutions => ["offer"],
        Question.Shipment => ["method"],
        Question.Fees => ["charge"],
        Question.RefundWhen => ["at"],
        _ => ["approve", "review"],
    };

    /// <summary>Further keys that go with an answer.</summary>
    public static IReadOnlyList<string> Details(Question question) => question switch
    {
        Question.Window => ["from", "notBefore"],
        Question.Resolutions => ["bonus"],
        Question.RefundWhen => ["first"],
        _ => [],
    };

    /// <summary>The keys of a fee.</summary>
    public static IReadOnlyList<string> FeeKeys { get; } = ["fee", "amount", "waive"];

    /// <summary>The answer, or null after an error.</summary>
    public Answer? Read(Mapping rule, Question question)
    {
        var keys = Keys(question);
        var given = keys.Where(key => rule.Find(key) is not null).ToList();
        if (given.Count != 1)
        {
            var wanted = string.Join(" or ", keys.Select(key => $"'{key}'"));
            errors.Add(rule.Node, given.Count == 0 ? $"The rule answers nothing: {wanted} is missing" : $"The rule answers twice: give {wanted}");
            return null;
        }

        var node = rule.Find(given[0])!;
        return given[0] switch
        {
            "allow" => IsTrue(node, "allow") ? new Allow() : null,
            "approve" => IsTrue(node, "approve") ? new Approve() : null,
            "refuse" => values.Id(node, "The reason") is { } key ? new Refuse(key) : null,
            "review" => values.Id(node, "The reason") is { } key ? new Review(key) : null,
            "days" => Window(rule, node),
            "offer" => Offer(rule, node),
            "method" => values.OneOrMore(node, "The method", item => values.Word<ShipmentMethod>(item, "The method")) is { Count: > 0 } methods ? new Ship(methods) : null,
            "at" => RefundAt(rule, node),
            _ => Charge(node),
        };
    }

    private bool IsTrue(Node node, string key)
    {
        if (node is ScalarNode { Value: "true" })
        {
            return true;
        }

        errors.AddWrong(node, $"'{key}' can only be true", $"write '{key}: true'");
        return false;
    }

    private WindowAnswer? Window(Mapping rule, Node node)
    {
        var days = marketValues.Number(node, "Days", 0, MostDays);
        if (days is not null && (days.Everywhere > MostDays || days.ByMarket.Values.Any(value => value > MostDays)))
        {
            errors.Add(node, $"The limit '{days.Text}' is too long a window", $"at most {Invariant.Text(MostDays)} days");
            return null;
        }

        var from = rule.TryFind("from", out var fromNode) ? values.Word<WindowStart>(fromNode, "The start") : WindowStart.Delivery;
        var notBefore = rule.TryFind("notBefore", out var dayNode) ? marketValues.Day(dayNode, "The day") : null;
        return days is not null && from is { } start ? new WindowAnswer(days, start, notBefore) : null;
    }

    private Offer? Offer(Mapping rule, Node node)
    {
        var offered = values.OneOrMore(node, "The resolution", item => values.Word<Resolution>(item, "The resolution"));
        var bonus = rule.TryFind("bonus", out var bonusNode) ? marketValues.Rate(bonusNode) : null;
        if (bonusNode is not null && offered.Count > 0 && !offered.Contains(Resolution.StoreCredit))
        {
            errors.Add(bonusNode, "A bonus is added to store credit, which is not offered", "add StoreCredit to 'offer'");
        }

        return offered.Count > 0 ? new Offer(offered, bonus) : null;
    }

    private RefundAt? RefundAt(Mapping rule, Node node)
    {
        var first = rule.TryFind("first", out var firstNode) ? values.OneOrMore(firstNode, "The means of payment", item => values.Text(item, "The means of payment")) : [];
        return values.Word<RefundMoment>(node, "The moment") is { } moment ? new RefundAt(moment, first) : null;
    }

    private Charge? Charge(Node node)
    {
        if (node is ScalarNode { Value: "none" })
        {
            return new Charge([]);
        }

        if (node is not SequenceNode { Items: var items })
        {
            errors.AddWrong(node, "'charge' must be none or a list of fees", "such as [{ fee: return-postage, amount: 5.00 EUR }]");
            return null;
        }

        List<ChargedFee> fees = [];
        foreach (var item in items)
        {
            if (Mapping.Of(item, "A fee", FeeKeys, errors) is not { } fee)
            {
                continue;
            }

            var key = values.Id(fee.Require("fee"), "The fee");
            var amount = fee.Require("amount") is { } amountNode ? marketValues.Rate(amountNode) : null;
            var waive = fee.TryFind("waive", out var waiveNode) ? conditions.Read(waiveNode, "leave 'waive' out for a fee that everybody pays") : null;
            if (key is not null && amount is not null)
            {
                fees.Add(new ChargedFee(key, amount, waive));
            }
        }

        if (fees.Select(fee => fee.MessageKey).Distinct(StringComparer.Ordinal).Count() < fees.Count)
        {
            errors.Add(node, "A fee is charged twice", "keep one");
        }

        return fees.Count == items.Count ? new Charge(fees) : null;
    }
}
