using Portal.Returns.Decisions;

namespace Portal.Returns.Refunds;

/// <summary>The whole order taken apart into what was paid for each unit and for delivery; the parts sum to the order.</summary>
internal sealed class OrderAmounts
{
    private readonly Dictionary<string, UnitAmount[]> _units;

    private OrderAmounts(Dictionary<string, UnitAmount[]> units, Money shipping, int step) =>
        (_units, Shipping, Step) = (units, shipping, step);

    /// <summary>What was paid for delivery with its tax.</summary>
    public Money Shipping { get; }

    /// <summary>The coarsest step among the payments: an amount in it can go back to any of them.</summary>
    public int Step { get; }

    public IReadOnlyList<UnitAmount> this[string lineId] => _units[lineId];

    public static OrderAmounts Of(OrderFacts facts)
    {
        var lineDiscounted = facts.Lines.Select(line => (line.UnitPrice * line.Quantity).Minor - LineDiscount(line).Minor).ToArray();
        var goods = new Money(lineDiscounted.Aggregate(0L, (sum, amount) => checked(sum + amount)), facts.Currency);
        var orderDiscounts = Allocation.Split(Money.Min(facts.Discount, goods), lineDiscounted);
        var exact = facts.Lines.Select((line, i) => UnitsOf(line, orderDiscounts[i], facts.TaxIncluded)).ToList();

        var step = facts.Payments.Select(payment => payment.Step).DefaultIfEmpty(1).Max();
        var paidForShipping = facts.Shipping + facts.ShippingTax;
        var rounded = Allocation.RoundToStep([.. exact.SelectMany(units => units).Select(unit => unit.Total), paidForShipping], step);
        var next = 0;
        var units = new Dictionary<string, UnitAmount[]>(StringComparer.Ordinal);
        foreach (var (line, amounts) in facts.Lines.Zip(exact))
        {
            units.Add(line.Id, [.. amounts.Select(unit => unit with { Rounding = rounded[next++] - unit.Total })]);
        }

        return new OrderAmounts(units, rounded[^1], step);
    }

    private static Money LineDiscount(LineFacts line) => Money.Min(line.Discount, line.UnitPrice * line.Quantity);

    private static UnitAmount[] UnitsOf(LineFacts line, Money orderDiscount, bool taxIncluded)
    {
        var zero = Money.Zero(line.UnitPrice.Currency);
        var ofLine = Allocation.Split(LineDiscount(line), Weights(line.Quantity, _ => line.UnitPrice.Minor));
        var ofOrder = Allocation.Split(orderDiscount, Weights(line.Quantity, i => line.UnitPrice.Minor - ofLine[i].Minor));
        var tax = taxIncluded
            ? [.. ofLine.Select(_ => zero)]
            : Allocation.Split(line.Tax, Weights(line.Quantity, i => line.UnitPrice.Minor - ofLine[i].Minor - ofOrder[i].Minor));
        return [.. Enumerable.Range(0, line.Quantity).Select(i => new UnitAmount(i + 1, line.UnitPrice, ofLine[i] + ofOrder[i], tax[i], zero))];
    }

    private static long[] Weights(int count, Func<int, long> weight) => [.. Enumerable.Range(0, count).Select(weight)];
}
