namespace Portal.Returns.Policies.Proof;

/// <summary>What an order of one line costs so that its facts lie in a box, in minor units.</summary>
/// <param name="Pieces">All of the line are requested.</param>
/// <param name="Price">Of one piece.</param>
/// <param name="Discount">On the line.</param>
/// <param name="Tax">On top.</param>
/// <param name="DiscountElsewhere">The price and the discount of something else, which was given away.</param>
/// <param name="Shipping">What the total has besides.</param>
internal sealed record AmountsOf(int Pieces, long Price, long Discount, long Tax, long DiscountElsewhere, long Shipping)
{
    /// <summary>Products of larger ones cannot be counted.</summary>
    private const long Most = 1_000_000_000_000_000;

    public long Total => (Price * Pieces) - Discount + Tax + Shipping;

    /// <summary>Amounts for a box, or null where none were found.</summary>
    public static AmountsOf? Box(Space space, Box box)
    {
        var ordinary = (long)(40 * Math.Pow(10, space.Market.Currency.Decimals));
        var (quantity, amounts, prices) = (In("item.quantity", 1), In("item.amount", ordinary), In("item.price", ordinary));
        var (discounts, totals) = (In("order.discount", 0), In("order.total", ordinary));
        var pieces = space.Is(Travel.Halfway).In(box).Truth == Truth.Holds ? Math.Max(2, quantity.Least) : quantity.Least;
        if (pieces > int.MaxValue || prices.Least > Most / pieces || Math.Max(Math.Max(amounts.Least, totals.Least), discounts.Least) > Most)
        {
            return null;
        }

        var most = Math.Min(amounts.Most, totals.Most);
        var amount = Math.Min(Math.Clamp(ordinary, amounts.Least, amounts.Most), most);
        var price = Math.Clamp(amount / pieces, prices.Least, Math.Min(prices.Most, Most / pieces));
        if ((price * pieces) - amount > discounts.Most)
        {
            price = prices.Least;
            amount = Math.Min(most, Math.Max(amount, (price * pieces) - discounts.Most));
        }

        var discount = Math.Max(0, (price * pieces) - amount);
        return amount < amounts.Least || discount > discounts.Most
            ? null
            : new AmountsOf(
                (int)pieces,
                price,
                discount,
                Math.Max(0, amount - (price * pieces)),
                Math.Max(discount, discounts.Least) - discount,
                Math.Max(amount, totals.Least) - amount);

        Cell In(string fact, long near) => space.Find(fact) is { } axis ? space.Axes[axis].Pick(box[axis], near) : new Cell(0, Ranges.Highest);
    }
}
