using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>Makes requests of a box that a person can read: ordinary values wherever the box leaves a choice.</summary>
internal sealed class OrderMaker(PolicyBook policies, Policy policy, Space space)
{
    /// <summary>Orders of more pieces are too long to look at.</summary>
    private const int MostPieces = 1_000;

    /// <summary>As many years, so that one of them has a leap day.</summary>
    private const int Tries = 4;

    private static readonly LocalDate Ordinary = new(2026, 1, 12);

    private readonly Currency _currency = space.Market.Currency;
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(space.Market.ZoneId) ?? DateTimeZone.Utc;

    /// <summary>Requests of the box, at different times; none where its facts go together in no order.</summary>
    public IEnumerable<Witness> In(Box box)
    {
        if (AmountsOf.Box(space, box) is not { Pieces: <= MostPieces } amounts || ShopperOf(box) is not { } shopper)
        {
            yield break;
        }

        for (var i = 0; i < Tries; i++)
        {
            yield return new Witness(policies, policy, At(box, amounts, shopper, Ordinary.PlusYears(i)));
        }
    }

    private Situation At(Box box, AmountsOf amounts, ShopperFacts shopper, LocalDate near)
    {
        var days = box.Days.With(Distance.AtLeast(Event.Shipped, Event.Delivered, 0)) ?? box.Days;
        var placed = OnDay(ref days, Event.Placed, Ranges.DayNumber(near));
        var shipped = OnDay(ref days, Event.Shipped, placed.Day + 1);
        var delivered = OnDay(ref days, Event.Delivered, shipped.Day + 2);
        var now = OnDay(ref days, Event.Asked, delivered.Day + 5);
        var travel = Enum.Parse<Travel>(Word(box, Space.Travel)!);
        IReadOnlyList<DeliveryFacts> Deliveries(int pieces) => travel switch
        {
            Travel.Delivered => [new DeliveryFacts(pieces, shipped.At, delivered.At)],
            Travel.Shipped => [new DeliveryFacts(pieces, shipped.At, null)],
            Travel.Arrived => [new DeliveryFacts(pieces, null, delivered.At)],
            Travel.Halfway when pieces > 1 => [new DeliveryFacts(1, null, delivered.At), new DeliveryFacts(pieces - 1, shipped.At, null)],
            Travel.Halfway => [new DeliveryFacts(pieces, shipped.At, null)],
            _ => [],
        };

        var zero = Money.Zero(_currency);
        var line = new LineFacts
        {
            Id = "1",
            Sku = Text(box, "item.sku", "SKU-1"),
            Category = Text(box, "item.category", "goods"),
            Tags = Words(box, "item.tags"),
            Quantity = amounts.Pieces,
            UnitPrice = new Money(amounts.Price, _currency),
            Discount = new Money(amounts.Discount, _currency),
            Tax = new Money(amounts.Tax, _currency),
            WeightGrams = space.Find("item.weight") is { } weight ? Number(box, weight, 500) : 500,
            Deliveries = Deliveries(amounts.Pieces),
        };
        var gift = new Money(amounts.DiscountElsewhere, _currency);
        var order = new OrderFacts
        {
            Number = "EXAMPLE",
            Market = space.Market.Code,
            ZoneId = space.Market.ZoneId,
            Currency = _currency,
            PlacedAt = placed.At,
            Channel = Text(box, "channel", "web"),
            IsConsumer = Space.IsConsumer.In(box).Truth == Truth.Holds,
            IsGift = box[Space.Gift] == Axis.Second,
            TaxIncluded = amounts.Tax == 0,
            Lines = gift.IsZero ? [line] : [line, line with { Id = "2", Quantity = 1, UnitPrice = gift, Discount = gift, Tax = zero, Deliveries = Deliveries(1) }],
            Discount = zero,
            Shipping = new Money(amounts.Shipping, _currency),
            ShippingTax = zero,
            Payments = Payments(box, new Money(amounts.Total, _currency)),
            Shopper = shopper,
            Tags = Words(box, "order.tags"),
        };
        var reason = Enum.Parse<Reason>(Word(box, Space.Reason)!);
        var kind = space.IsWithdrawal().In(box).Truth == Truth.Holds ? RequestKind.Withdrawal
            : space.ChangesMind().In(box).Truth == Truth.Holds ? RequestKind.Return
            : RequestKind.Claim;
        return new Situation(new OrderMoment(order, now.At), line, new ReturnRequest(line.Id, amounts.Pieces, reason), kind);
    }

    private (long Day, Instant At) OnDay(ref Timeline days, Event what, long near)
    {
        days = days.Near(what, near);
        var day = days.Of(what).First;
        return (day, (Ranges.Day(day) + new LocalTime(12, 0)).InZoneLeniently(_zone).ToInstant());
    }

    private List<PaymentFacts> Payments(Box box, Money total)
    {
        var means = Words(box, "payment.means");
        if (means.Count == 0)
        {
            means = [Unnamed("payment.means", "card")];
        }

        return [.. means.Select((word, i) => new PaymentFacts(Invariant.Text(i + 1), word, i == 0 ? total : Money.Zero(_currency), Money.Zero(_currency)))];
    }

    /// <summary>The shopper's numbers; null where no orders and returns were found that make the rate.</summary>
    private ShopperFacts? ShopperOf(Box box)
    {
        var (orders, returns, returnless) = (Range(box, "shopper.orders"), Range(box, "shopper.returns"), Range(box, "shopper.returnless"));
        var rate = space.Find("shopper.returnRate") is { } axis ? space.Axes[axis].Pick(box[axis]) : new Cell(0, Ranges.Highest);
        var least = orders.Most > 0 && !rate.IsUnknown ? Math.Max(1, orders.Least) : orders.Least;
        for (var count = least; count <= orders.Most && count < least + 300 && count <= int.MaxValue; count++)
        {
            // The rate is the whole part of (200 returns + orders) / (2 orders).
            var few = count == 0 || rate.IsUnknown ? 0 : Int128.Max(0, ((Int128)2 * count * rate.Least) - count + 199) / 200;
            var number = Int128.Max(returns.Least, few);
            if (number <= returns.Most && number <= int.MaxValue && (rate.IsUnknown || count == 0 || ((200 * number) + count) / (2 * count) <= rate.Most))
            {
                return new ShopperFacts((int)count, (int)number, (int)Math.Min(int.MaxValue, returnless.Least), Words(box, "shopper.tags"));
            }
        }

        return null;
    }

    private Cell Range(Box box, string fact) => space.Find(fact) is { } axis ? space.Axes[axis].Pick(box[axis]) : new Cell(0, Ranges.Highest);

    private int? Number(Box box, int axis, int ordinary) => space.Axes[axis].Pick(box[axis]) is { IsUnknown: false } cell ? (int)Math.Clamp(Math.Clamp(ordinary, cell.Least, cell.Most), 0, int.MaxValue) : null;

    private string? Word(Box box, int axis) => space.Axes[axis].Pick(box[axis]).Word;

    private string Text(Box box, string fact, string ordinary) => space.Find(fact) is { } axis
        ? Word(box, axis) ?? Unnamed(fact, ordinary)
        : ordinary;

    private List<string> Words(Box box, string fact) => [.. space.FindAll(fact).Select(axis => Word(box, axis)).OfType<string>()];

    /// <summary>An ordinary word that no condition names.</summary>
    private string Unnamed(string fact, string ordinary)
    {
        var named = policy.Rules.SelectMany(Conditions.Of).SelectMany(Conditions.Facts)
            .Where(condition => string.Equals(condition.Fact.Name, fact, StringComparison.Ordinal))
            .SelectMany(Conditions.Words)
            .ToHashSet(StringComparer.Ordinal);
        var word = ordinary;
        while (named.Contains(word))
        {
            word += "-x";
        }

        return word;
    }
}
