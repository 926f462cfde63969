using Portal.Returns.Decisions;

namespace Portal.Returns.Refunds;

/// <summary>The whole order taken apart into what was paid for each unit and for delivery; the parts sum to the order.</summary>
internal sealed class OrderAmounts
{
    private readonly OrderFacts _facts;
    private readonly UnitAmount[][] _units;

    private OrderAmounts(OrderFacts facts, UnitAmount[][] units, Money shipping, int step) =>
        (_facts, _units, Shipping, Step) = (facts, units, shipping, step);

    /// <summary>What was paid for delivery with its tax.</summary>
    public Money Shipping { get; }

    /// <summary>The coarsest step among the payments: an amount in it can go back to any of them.</summary>
    public int Step { get; }

    /// <summary>What was paid for the whole order.</summary>
    public Money Total => Sum(Shipping, static unit => unit.Total);

    /// <summary>All discounts, on lines and on the whole.</summary>
    public Money Discount => Sum(Money.Zero(_facts.Currency), static unit => unit.Discount);

    public IReadOnlyList<UnitAmount> this[string lineId]
    {
        get
        {
            var line = 0;
            while (!string.Equals(_facts.Lines[line].Id, lineId, StringComparison.Ordinal))
            {
                line++;
            }

            return _units[line];
        }
    }

    /// <summary>The amounts once somebody asks for them.</summary>
    public static Lazy<OrderAmounts> Lazily(OrderFacts facts) => new(() => Of(facts), LazyThreadSafetyMode.PublicationOnly);

    public static OrderAmounts Of(OrderFacts facts)
    {
        var discounted = new long[facts.Lines.Count];
        var goods = 0L;
        for (var i = 0; i < discounted.Length; i++)
        {
            var line = facts.Lines[i];
            discounted[i] = ((line.UnitPrice * line.Quantity) - LineDiscount(line)).Minor;
            goods = checked(goods + discounted[i]);
        }

        var orderDiscounts = Allocation.Split(Money.Min(facts.Discount, new Money(goods, facts.Currency)), discounted);
        var units = new UnitAmount[discounted.Length][];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = UnitsOf(facts.Lines[i], orderDiscounts[i], facts.TaxIncluded);
        }

        var step = 1;
        for (var i = 0; i < facts.Payments.Count; i++)
        {
            step = Math.Max(step, facts.Payments[i].Step);
        }

        return new OrderAmounts(facts, units, Round(units, facts.Shipping + facts.ShippingTax, step), step);
    }

    /// <summary>What was paid for some pieces of a line.</summary>
    public Money PaidFor(string lineId, IReadOnlyList<int> units)
    {
        var (amounts, sum) = (this[lineId], Money.Zero(_facts.Currency));
        for (var i = 0; i < units.Count; i++)
        {
            sum += amounts[units[i] - 1].Total;
        }

        return sum;
    }

    /// <summary>Makes all amounts whole steps with the same sum.</summary>
    /// <returns>What was paid for delivery then.</returns>
    private static Money Round(UnitAmount[][] units, Money shipping, int step)
    {
        if (step == 1)
        {
            return shipping;
        }

        var rounded = Allocation.RoundToStep([.. units.SelectMany(ofLine => ofLine).Select(unit => unit.Total), shipping], step);
        var next = 0;
        foreach (var ofLine in units)
        {
            for (var i = 0; i < ofLine.Length; i++)
            {
                ofLine[i] = ofLine[i] with { Rounding = rounded[next++] - ofLine[i].Total };
            }
        }

        return rounded[^1];
    }

    private static Money LineDiscount(LineFacts line) => Money.Min(line.Discount, line.UnitPrice * line.Quantity);

    private static UnitAmount[] UnitsOf(LineFacts line, Money orderDiscount, bool taxIncluded)
    {
        var (zero, left) = (Money.Zero(line.UnitPrice.Currency), new long[line.Quantity]);
        Array.Fill(left, line.UnitPrice.Minor);
        var ofLine = Allocation.Split(LineDiscount(line), left);
        TakeOff(left, ofLine);
        var ofOrder = Allocation.Split(orderDiscount, left);
        TakeOff(left, ofOrder);
        var tax = taxIncluded ? null : Allocation.Split(line.Tax, left);
        var units = new UnitAmount[line.Quantity];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = new UnitAmount(i + 1, line.UnitPrice, ofLine[i] + ofOrder[i], tax is null ? zero : tax[i], zero);
        }

        return units;
    }

    private static void TakeOff(long[] left, IReadOnlyList<Money> shares)
    {
        for (var i = 0; i < left.Length; i++)
        {
            left[i] -= shares[i].Minor;
        }
    }

    private Money Sum(Money start, Func<UnitAmount, Money> part)
    {
        foreach (var ofLine in _units)
        {
            foreach (var unit in ofLine)
            {
                start += part(unit);
            }
        }

        return start;
    }
}
