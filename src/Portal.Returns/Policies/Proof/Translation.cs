using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>Conditions as formulas over a space.</summary>
internal sealed class Translation(Space space)
{
    /// <summary>The event since which a fact counts days, or null.</summary>
    public static Event? Since(Fact fact) => fact.Name switch
    {
        "order.daysSince" => Event.Placed,
        "order.daysSinceShipment" => Event.Shipped,
        "order.daysSinceDelivery" => Event.Delivered,
        _ => null,
    };

    public Formula Of(Condition condition) => condition switch
    {
        AllCondition all => new Formula.All([.. all.Parts.Select(Of)]),
        AnyCondition any => new Formula.Any([.. any.Parts.Select(Of)]),
        NotCondition not => new Formula.Not(Of(not.Part)),
        TextCondition text => OfText(text),
        ListCondition list => space.HasAny(list.Fact.Name, list.Values),
        TruthCondition truth => OfTruth(truth),
        DayCondition day => OfDay(day),
        FactCondition number => OfNumber(number),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static Formula Constant(bool holds) => holds ? Formula.Always : Formula.Never;

    private Formula OfText(TextCondition text)
    {
        bool Names(string? word) => text.Values.Contains(word, StringComparer.Ordinal);
        return text.Fact.Name switch
        {
            "kind" => new Formula.Any(
                new Formula.All(Constant(Names(nameof(RequestKind.Withdrawal))), space.IsWithdrawal()),
                new Formula.All(Constant(Names(nameof(RequestKind.Return))), Space.IsAsked, space.ChangesMind()),
                new Formula.All(Constant(Names(nameof(RequestKind.Claim))), Space.IsAsked, new Formula.Not(space.ChangesMind()))),
            "market" => Constant(Names(space.Market.Code)),
            "currency" => Constant(Names(space.Market.Currency.Code)),
            var name => space.Where(space.Find(name)!.Value, cell => Names(cell.Word)),
        };
    }

    private Formula OfTruth(TruthCondition truth)
    {
        var holds = truth.Fact.Name switch
        {
            "delivered" => space.IsDelivered(),
            "order.consumer" => Space.IsConsumer,
            "order.gift" => new Formula.Cells(Space.Gift, Axis.Second),
            _ => throw new ArgumentOutOfRangeException(nameof(truth)),
        };
        return truth.Expected ? holds : new Formula.Not(holds);
    }

    private Formula OfDay(DayCondition day)
    {
        var what = day.Fact.Name switch
        {
            "order.placed" => Event.Placed,
            "order.shipped" => Event.Shipped,
            "order.delivered" => Event.Delivered,
            _ => throw new ArgumentOutOfRangeException(nameof(day)),
        };
        var first = day.First is { } from ? Ranges.DayNumber(from) : -Distance.Far;
        var last = day.Last is { } to ? Ranges.DayNumber(to) : Distance.Far;
        return IfKnown(what, day.IfUnknown, [new Formula.Days(new Distance(Event.Epoch, what, first, last))]);
    }

    private Formula OfNumber(FactCondition condition)
    {
        var ranges = Ranges.Of(condition, space.Market);
        var ifUnknown = condition.IfUnknown;
        if (Since(condition.Fact) is { } since)
        {
            return IfKnown(since, ifUnknown, ranges.Select(range => range is { } days
                ? new Formula.Days(new Distance(since, Event.Asked, days.Least, Math.Min(days.Most, Distance.Far)))
                : (Formula)new Formula.Fault()));
        }

        var axis = space.Find(condition.Fact.Name)!.Value;
        IEnumerable<Formula> within = ranges.Select(range => range is { } whole
            ? space.Where(axis, cell => !cell.IsUnknown && cell.Least >= whole.Least && cell.Most <= whole.Most)
            : new Formula.Fault());
        return condition.Fact.MayBeUnknown ? IfKnown(space.Where(axis, cell => !cell.IsUnknown), ifUnknown, within) : new Formula.All([.. within]);
    }

    private Formula IfKnown(Event what, bool ifUnknown, IEnumerable<Formula> parts) => what switch
    {
        Event.Shipped => IfKnown(space.IsShipmentKnown(), ifUnknown, parts),
        Event.Delivered => IfKnown(space.IsDelivered(), ifUnknown, parts),
        _ => new Formula.All([.. parts]),
    };

    private static Formula IfKnown(Formula isKnown, bool ifUnknown, IEnumerable<Formula> parts)
    {
        var known = new Formula.All([isKnown, .. parts]);
        return ifUnknown ? new Formula.Any(known, new Formula.Not(isKnown)) : known;
    }
}
