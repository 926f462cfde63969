using System.Globalization;
using NodaTime;
using Portal.Returns;
using Portal.Web.Content;
using Portal.Web.Orders;
using Stripe;
using Stripe.Checkout;

namespace Portal.Web.Payments.Stripe;

/// <summary>An order as a paid Checkout session tells it.</summary>
/// <param name="session">With its payment intent and that one's charge.</param>
/// <param name="lines">Every line, with its product.</param>
/// <param name="site">The shop.</param>
public sealed class CheckoutOrder(Session session, IReadOnlyList<LineItem> lines, SiteSettings site)
{
    /// <summary>What a shop may write into a session's metadata.</summary>
    public const string NumberKey = "order_number";

    private const string BuyerKey = "buyer";

    private const int ShortId = 12;

    private readonly Currency? _currency = Currency.TryOf(session.Currency?.ToUpperInvariant() ?? "");

    /// <summary>Stripe's id of the session.</summary>
    public string SessionId => session.Id;

    /// <summary>The numbers it may have, best first: what the shop calls it, else the end of the session's own name.</summary>
    public IReadOnlyList<string> Numbers =>
    [
        .. new[] { session.Metadata?.GetValueOrDefault(NumberKey), session.ClientReferenceId, session.Id[^Math.Min(ShortId, session.Id.Length)..] }
            .Select(OrderNumber.Normalize)
            .Where(number => number.Length > 0)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The name its payment is stored under: the intent's, or the session's own where nothing was left to pay.</summary>
    public string Reference => session.PaymentIntentId ?? session.Id;

    /// <summary>False for what nobody has paid, or not yet.</summary>
    public bool IsPaid => session.PaymentStatus is "paid" or "no_payment_required";

    /// <summary>Why no order can be made of it; null when one can.</summary>
    public string? Obstacle => (session, _currency) switch
    {
        _ when !IsPaid => "it is not paid",
        ({ Mode: not "payment" }, _) or ({ PaymentStatus: "paid", PaymentIntentId: null }, _) => "it is not a purchase",
        (_, null) => $"its currency {session.Currency} is unknown here",
        _ when lines.Count == 0 => "it has no lines",
        _ when !Amounts().All(amount => StripeAmount.FromStripe(amount, session.Currency) is not null) => "its amounts are not Stripe's",
        _ => null,
    };

    // Only when every line's tax comes on top is it kept apart; where ways are mixed, prices are told with their tax.
    private bool IsTaxOnTop => lines.Any(line => line.AmountTax > 0) && lines.All(line => line.AmountTotal == line.AmountSubtotal - line.AmountDiscount + line.AmountTax);

    /// <summary>The order under a number. Only when there is no <see cref="Obstacle"/>.</summary>
    public Order Make(string number)
    {
        var (shippingTotal, shippingTax) = (Minor(session.ShippingCost?.AmountTotal ?? 0), Minor(session.ShippingCost?.AmountTax ?? 0));
        var order = new Order
        {
            Number = number,
            Channel = "checkout",
            Locale = LocaleOf(),
            Market = MarketOf(),
            Currency = _currency!.Code,
            PlacedAt = Instant.FromDateTimeUtc(session.Created.ToUniversalTime()),
            IsConsumer = !string.Equals(session.Metadata?.GetValueOrDefault(BuyerKey), "business", StringComparison.OrdinalIgnoreCase),
            TaxIncluded = !IsTaxOnTop,
            Shipping = IsTaxOnTop ? shippingTotal - shippingTax : shippingTotal,
            ShippingTax = IsTaxOnTop ? shippingTax : 0,
            Email = EmailAddress.Normalize(session.CustomerDetails?.Email ?? session.CustomerEmail),
            DeliveryPostcode = PostcodeOf((session.CollectedInformation?.ShippingDetails?.Address ?? session.CustomerDetails?.Address)?.PostalCode),
            BillingPostcode = PostcodeOf(session.CustomerDetails?.Address?.PostalCode),
        };
        order.Lines.AddRange(lines.Select(Line));
        order.Payments.Add(Payment());
        return order;
    }

    private OrderLine Line(LineItem line, int index)
    {
        var product = line.Price?.Product;
        var quantity = (int)Math.Max(1, line.Quantity ?? 1);
        // What was paid for the line is certain; the price of one piece is worked back from it, and what does not divide becomes discount.
        var paid = Minor(line.AmountTotal) - (IsTaxOnTop ? Minor(line.AmountTax) : 0);
        var price = (paid + Minor(line.AmountDiscount) + quantity - 1) / quantity;
        return new OrderLine
        {
            LineId = string.Create(CultureInfo.InvariantCulture, $"L{index + 1}"),
            Position = index + 1,
            Sku = product?.Metadata?.GetValueOrDefault("sku") ?? line.Price?.ProductId ?? line.Id,
            Title = line.Description ?? product?.Name ?? line.Id,
            Category = product?.Metadata?.GetValueOrDefault("category") ?? "",
            Tags = [.. (product?.Metadata?.GetValueOrDefault("tags") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Quantity = quantity,
            UnitPrice = price,
            Discount = (price * quantity) - paid,
            Tax = Minor(line.AmountTax),
            WeightGrams = int.TryParse(product?.Metadata?.GetValueOrDefault("weight_grams"), CultureInfo.InvariantCulture, out var grams) && grams > 0 ? grams : null,
        };
    }

    private Payment Payment()
    {
        var details = session.PaymentIntent?.LatestCharge?.PaymentMethodDetails;
        return new Payment
        {
            Provider = StripeProvider.Called,
            Reference = Reference,
            Means = details?.Type ?? (session.PaymentIntentId is null ? "none" : "card"),
            Label = PaymentLabel.Of(details),
            Captured = Minor(session.PaymentIntent?.AmountReceived ?? session.AmountTotal ?? 0),
            Step = StripeAmount.StepOf(_currency!),
        };
    }

    private string MarketOf()
    {
        var country = session.CollectedInformation?.ShippingDetails?.Address?.Country ?? session.CustomerDetails?.Address?.Country;
        return country?.ToUpperInvariant()
            ?? site.Markets.Values.FirstOrDefault(market => string.Equals(market.Locale, site.DefaultLocale.Code, StringComparison.Ordinal))?.Code
            ?? site.Markets.Keys.First();
    }

    // "de", "de-AT", "auto" or nothing.
    private string LocaleOf() =>
        Known(session.Locale) ?? Known(session.Locale?.Split('-')[0]) ?? (site.Markets.TryGetValue(MarketOf(), out var market) ? Known(market.Locale) : null) ?? site.DefaultLocale.Code;

    private string? Known(string? code) => site.Locales.FirstOrDefault(locale => string.Equals(locale.Code, code, StringComparison.OrdinalIgnoreCase))?.Code;

    private long Minor(long amount) => StripeAmount.FromStripe(amount, session.Currency)!.Value.Minor;

    private IEnumerable<long> Amounts() => lines
        .SelectMany(line => new[] { line.AmountTotal, line.AmountTax, line.AmountDiscount })
        .Concat([session.ShippingCost?.AmountTotal ?? 0, session.ShippingCost?.AmountTax ?? 0, session.PaymentIntent?.AmountReceived ?? session.AmountTotal ?? 0]);

    private static string? PostcodeOf(string? typed) => Postcode.Normalize(typed) is { Length: > 0 } postcode ? postcode : null;
}
