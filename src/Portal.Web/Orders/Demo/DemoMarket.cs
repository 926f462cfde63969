using NodaTime;

namespace Portal.Web.Orders.Demo;

/// <summary>Where somebody lives, as far as an order needs it.</summary>
/// <param name="Postcode">As people there write it; null where the country has none.</param>
/// <param name="TaxPercent">The rate on goods: the market's, or the local one where tax comes on top.</param>
internal sealed record DemoPlace(string? Postcode, decimal TaxPercent);

/// <summary>How the demo shop sells in one country. Amounts are minor units of <see cref="Currency"/>.</summary>
internal sealed record DemoMarket
{
    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>The locales people order in there, each as often as its weight says.</summary>
    public required IReadOnlyList<(string Value, int Weight)> Locales { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>Minor units for one EUR-cent of a product's base price.</summary>
    public required decimal Rate { get; init; }

    /// <summary>Prices are rounded to multiples of this.</summary>
    public required long PriceStep { get; init; }

    /// <summary>Discounts are rounded down to multiples of this, so that a card can carry what is left.</summary>
    public int DiscountStep { get; init; } = 1;

    /// <summary>The smallest step in which a card can be charged and refunded.</summary>
    public int CardStep { get; init; } = 1;

    public bool TaxIncluded { get; init; } = true;

    public required long StandardShipping { get; init; }

    public required long ExpressShipping { get; init; }

    /// <summary>From this much of goods on, standard delivery is free.</summary>
    public required long FreeShippingFrom { get; init; }

    /// <summary>How many days standard delivery takes at most.</summary>
    public required int TransitDays { get; init; }

    public required IReadOnlyList<string> Carriers { get; init; }

    public bool HasPayPal { get; init; } = true;

    public required IReadOnlyList<DemoPlace> Places { get; init; }

    public required IReadOnlyList<string> FirstNames { get; init; }

    public required IReadOnlyList<string> LastNames { get; init; }

    /// <summary>A product's price here.</summary>
    public long Price(Product product) => (long)Math.Round(product.EuroCents * Rate / PriceStep, MidpointRounding.AwayFromZero) * PriceStep;

    /// <summary>A share of an amount as a discount, rounded down to <see cref="DiscountStep"/>.</summary>
    public long Percent(long amount, int percent) => amount * percent / 100 / DiscountStep * DiscountStep;
}
