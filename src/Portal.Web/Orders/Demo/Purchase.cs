namespace Portal.Web.Orders.Demo;

/// <summary>One line of a purchase.</summary>
/// <param name="Product">What.</param>
/// <param name="Quantity">Pieces, at least 1.</param>
internal sealed record PurchaseLine(Product Product, int Quantity)
{
    /// <summary>Discount on the whole line in minor units.</summary>
    public long Discount { get; init; }

    public Bundle? Bundle { get; init; }

    /// <summary>Tags beside the product's own, such as <c>final-sale</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>Pieces of a line in a parcel.</summary>
/// <param name="Line">Index of the line, from 0.</param>
/// <param name="Quantity">Pieces, at least 1.</param>
internal sealed record Pieces(int Line, int Quantity);

/// <summary>A parcel of a purchase. Days are counted from today, in the market's zone; negative is past.</summary>
/// <param name="Contents">What it holds.</param>
internal sealed record PurchaseParcel(IReadOnlyList<Pieces> Contents)
{
    /// <summary>Null while it is being packed.</summary>
    public int? Shipped { get; init; }

    /// <summary>The day it was promised for; null when nobody promised one.</summary>
    public int? Expected { get; init; }

    /// <summary>Null while on its way, or when nobody knows.</summary>
    public int? Delivered { get; init; }

    /// <summary>False when it travels without a tracking number.</summary>
    public bool IsTracked { get; init; } = true;
}

/// <summary>By which means a purchase is paid.</summary>
internal enum Means
{
    Card,
    PayPal,
    GiftCard,
    GiftCardAndCard,
}

/// <summary>What was bought, by whom, when and how it travels: everything that decides an order, before its amounts are worked out (<see cref="PurchaseAmounts"/>).</summary>
internal sealed record Purchase
{
    /// <summary>The number after <c>P-</c>.</summary>
    public required int Number { get; init; }

    public required DemoMarket Market { get; init; }

    public required Shopper Shopper { get; init; }

    /// <summary>How many days before today, at least 1.</summary>
    public required int PlacedDaysAgo { get; init; }

    public required IReadOnlyList<PurchaseLine> Lines { get; init; }

    public IReadOnlyList<PurchaseParcel> Parcels { get; init; } = [];

    /// <summary>Discount on the whole order in minor units.</summary>
    public long Discount { get; init; }

    public bool IsExpress { get; init; }

    public Means Means { get; init; } = Means.Card;

    /// <summary>What the gift card pays, with <see cref="Means.GiftCardAndCard"/>; raised by what the card's step cannot carry.</summary>
    public long GiftCard { get; init; }

    /// <summary>Where the parcels go when it is a gift; null otherwise.</summary>
    public DemoPlace? Recipient { get; init; }

    public string Channel { get; init; } = "web";
}
