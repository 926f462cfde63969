using Portal.Returns;
using Portal.Web.Payments;

namespace Portal.Web.Api;

/// <summary>What the parts of an order must say together: sums, pieces, days and steps. Its members are sound on their own.</summary>
internal static class OrderRules
{
    /// <summary>The most pieces of an order: what a plan is computed over.</summary>
    private const int MaxPieces = 5000;

    // Clocks of two systems differ a little; a day is no difference of clocks.
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    public static void Check(OrderDocument order, IReadOnlyList<string> providers, DateTimeOffset now, JsonFaults faults)
    {
        CheckLines(order, faults);
        CheckParcels(order, now, faults);
        CheckPayments(order, providers, faults);
        CheckSum(order, faults);
        if (order.PlacedAt > now + Tolerance)
        {
            faults.Add("$.placedAt", "is in the future");
        }
    }

    private static void CheckLines(OrderDocument order, JsonFaults faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, index) in order.Lines.Select((line, index) => (line, index)))
        {
            if (!seen.Add(line.Id))
            {
                faults.Add(FormattableString.Invariant($"$.lines[{index}].id"), $"'{line.Id}' is the id of another line too");
            }

            if (line.Discount > line.UnitPrice * line.Quantity)
            {
                faults.Add(FormattableString.Invariant($"$.lines[{index}].discount"), FormattableString.Invariant($"is more than the {line.UnitPrice * line.Quantity} that the pieces cost"));
            }
        }

        if (order.Lines.Sum(line => line.Quantity) > MaxPieces)
        {
            faults.Add("$.lines", FormattableString.Invariant($"must have at most {MaxPieces} pieces in all"));
        }

        if (order.Discount > Goods(order))
        {
            faults.Add("$.discount", FormattableString.Invariant($"is more than the {Goods(order)} that the lines cost after their own discounts"));
        }
    }

    private static void CheckParcels(OrderDocument order, DateTimeOffset now, JsonFaults faults)
    {
        var left = order.Lines.DistinctBy(line => line.Id, StringComparer.Ordinal).ToDictionary(line => line.Id, line => line.Quantity, StringComparer.Ordinal);
        foreach (var (parcel, index) in order.Parcels.Select((parcel, index) => (parcel, index)))
        {
            var path = FormattableString.Invariant($"$.parcels[{index}]");
            CheckDays(order, parcel, path, now, faults);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (item, place) in parcel.Items.Select((item, place) => (item, place)))
            {
                var at = FormattableString.Invariant($"{path}.items[{place}]");
                if (!left.TryGetValue(item.Line, out var pieces))
                {
                    faults.Add($"{at}.line", $"there is no line '{item.Line}'; there are {string.Join(", ", left.Keys.Take(20))}");
                }
                else if (!seen.Add(item.Line))
                {
                    faults.Add($"{at}.line", "the parcel names this line already");
                }
                else
                {
                    left[item.Line] = pieces - item.Quantity;
                    if (pieces < item.Quantity)
                    {
                        faults.Add($"{at}.quantity", FormattableString.Invariant($"the parcels hold {item.Quantity - pieces} more pieces of line '{item.Line}' than were ordered"));
                        left[item.Line] = 0;
                    }
                }
            }
        }
    }

    private static void CheckDays(OrderDocument order, OrderDocumentParcel parcel, string path, DateTimeOffset now, JsonFaults faults)
    {
        if (parcel.ShippedAt > now + Tolerance)
        {
            faults.Add($"{path}.shippedAt", "is in the future");
        }

        if (parcel.DeliveredAt > now + Tolerance)
        {
            faults.Add($"{path}.deliveredAt", "is in the future");
        }

        if (parcel.DeliveredAt < parcel.ShippedAt)
        {
            faults.Add($"{path}.deliveredAt", "is before it was shipped");
        }

        if (parcel.DeliveredAt < order.PlacedAt)
        {
            faults.Add($"{path}.deliveredAt", "is before the order was placed");
        }
    }

    private static void CheckPayments(OrderDocument order, IReadOnlyList<string> providers, JsonFaults faults)
    {
        var largest = LargestStep(Currency.Of(order.Currency));
        var seen = new HashSet<(string, string)>();
        foreach (var (payment, index) in order.Payments.Select((payment, index) => (payment, index)))
        {
            var path = FormattableString.Invariant($"$.payments[{index}]");
            if (!seen.Add((payment.Provider, payment.Reference)))
            {
                faults.Add($"{path}.reference", "is the reference of another payment too");
            }

            if (payment.Step is not (1 or 10 or 100 or 1000) || payment.Step > largest)
            {
                faults.Add($"{path}.step", FormattableString.Invariant($"must be a power of ten up to {largest}, one {order.Currency}"));
            }
            else if (payment.Captured % payment.Step != 0)
            {
                faults.Add($"{path}.captured", FormattableString.Invariant($"is not a multiple of its step of {payment.Step}"));
            }
            else if (largest == 1000 && payment.Step == 1 && string.Equals(payment.Means, "card", StringComparison.Ordinal))
            {
                faults.Add($"{path}.step", $"cards cannot carry the last decimal of {order.Currency}: the step is at least 10");
            }
        }

        if (order.Payments.Count == 0 && Total(order) > 0)
        {
            faults.Add("$.payments", $"is empty although something was to be paid; use the provider {(providers.Contains(ManualProvider.Called, StringComparer.Ordinal) ? ManualProvider.Called : "that was paid")} for what a person would repay");
        }
    }

    private static void CheckSum(OrderDocument order, JsonFaults faults)
    {
        if (order.TaxIncluded && order.ShippingTax > 0)
        {
            faults.Add("$.shippingTax", "must be 0 where prices contain the tax");
        }

        var captured = order.Payments.Sum(payment => payment.Captured);
        if (order.Payments.Count > 0 && captured != Total(order))
        {
            faults.Add("$.payments", FormattableString.Invariant(
                $"{captured} was captured, but lines {Goods(order)} less discount {order.Discount}, plus tax {TaxOnTop(order)}, shipping {order.Shipping} and its tax {order.ShippingTax} make {Total(order)}"));
        }
    }

    private static long Goods(OrderDocument order) => order.Lines.Sum(line => (line.UnitPrice * line.Quantity) - line.Discount);

    private static long TaxOnTop(OrderDocument order) => order.TaxIncluded ? 0 : order.Lines.Sum(line => line.Tax);

    private static long Total(OrderDocument order) => Goods(order) - order.Discount + TaxOnTop(order) + order.Shipping + order.ShippingTax;

    private static long LargestStep(Currency currency)
    {
        var step = 1L;
        for (var decimals = 0; decimals < currency.Decimals; decimals++)
        {
            step *= 10;
        }

        return Math.Min(step, 1000);
    }
}
