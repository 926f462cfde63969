namespace Portal.Web.Orders.Demo;

/// <summary>The amounts of a purchase in minor units. Tax is rounded per line, half away from zero.</summary>
internal sealed record PurchaseAmounts
{
    /// <summary>What each line costs before discounts.</summary>
    public required IReadOnlyList<long> Gross { get; init; }

    /// <summary>The tax of each line after all discounts.</summary>
    public required IReadOnlyList<long> Tax { get; init; }

    public required long Shipping { get; init; }

    /// <summary>Null when delivery was standard.</summary>
    public required long? StandardShipping { get; init; }

    public required long ShippingTax { get; init; }

    /// <summary>What was paid.</summary>
    public required long Total { get; init; }

    public static PurchaseAmounts Of(Purchase purchase)
    {
        var market = purchase.Market;
        var gross = purchase.Lines.Select(line => market.Price(line.Product) * line.Quantity).ToList();
        var discounted = purchase.Lines.Select((line, index) => gross[index] - line.Discount).ToList();
        var goods = discounted.Sum();
        var shares = Shares(purchase.Discount, discounted);
        var rate = (purchase.Recipient ?? purchase.Shopper.Place).TaxPercent;
        var tax = discounted.Select((amount, index) => TaxOf(amount - shares[index], rate, market.TaxIncluded)).ToList();

        var standard = goods >= market.FreeShippingFrom ? 0 : market.StandardShipping;
        var shipping = purchase.IsExpress ? market.ExpressShipping : standard;
        var shippingTax = market.TaxIncluded ? 0 : TaxOf(shipping, rate, isIncluded: false);
        return new PurchaseAmounts
        {
            Gross = gross,
            Tax = tax,
            Shipping = shipping,
            StandardShipping = purchase.IsExpress ? standard : null,
            ShippingTax = shippingTax,
            Total = goods - purchase.Discount + (market.TaxIncluded ? 0 : tax.Sum()) + shipping + shippingTax,
        };
    }

    private static long TaxOf(long amount, decimal percent, bool isIncluded) =>
        (long)Math.Round(amount * percent / (isIncluded ? 100 + percent : 100), MidpointRounding.AwayFromZero);

    // Each share is the difference of two rounded running sums, so that they sum to the amount.
    private static List<long> Shares(long amount, List<long> weights)
    {
        var all = weights.Sum();
        var shares = new List<long>(weights.Count);
        long before = 0;
        foreach (var weight in weights)
        {
            shares.Add((amount * (before + weight) / all) - (amount * before / all));
            before += weight;
        }

        return shares;
    }
}
