using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Returns;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Payments;

namespace Portal.Web.Api;

/// <summary>Reads an order that another system tells: every member strictly, then what they say together (<see cref="OrderRules"/>). Every fault is told by its JSON path.</summary>
public sealed partial class OrderDocumentReader(Snapshot snapshot, IEnumerable<IPaymentProvider> providers, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>The largest amount, in minor units.</summary>
    public const long MaxAmount = 1_000_000_000_000;

    /// <summary>The most lines of an order.</summary>
    public const int MaxLines = 200;

    /// <summary>The most pieces of a line.</summary>
    public const int MaxQuantity = 1000;

    private const int MaxParcels = 200;
    private const int MaxPayments = 20;
    private const int MaxTags = 20;
    private const int MaxTag = 60;
    private const int MaxText = 200;
    private const int MaxUrl = 1000;

    // Demo payments say "refunded" without any money moving: only where the demo is on.
    private readonly IReadOnlyList<string> _providers =
        [.. providers.Select(provider => provider.Name).Where(name => !string.Equals(name, DemoProvider.Called, StringComparison.Ordinal) || configuration.GetValue<bool>("Demo:Enabled"))];

    /// <summary>The order; of no use when there are faults.</summary>
    public OrderDocument Read(JsonElement root, JsonFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var fields = new JsonFields(root, "$", faults);
        var document = Read(fields);
        fields.Close();
        if (!faults.Any)
        {
            OrderRules.Check(document, _providers, clock.GetUtcNow(), faults);
        }

        return Arranged(document);
    }

    /// <summary>A number in its normalized form; empty, with a fault, when it is none. One that would lose characters is refused, so that no two orders become one.</summary>
    public static string Number(string typed, string path, JsonFaults faults)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(faults);
        var number = OrderNumber.Normalize(typed);
        var isPlain = typed.Trim().TrimStart('#').EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation);
        if (number.Length > 0 && isPlain)
        {
            return number;
        }

        faults.Add(path, FormattableString.Invariant($"an order's number has 1 to {OrderNumber.MaxLength} letters, digits and hyphens"));
        return "";
    }

    private OrderDocument Read(JsonFields fields) => new()
    {
        Number = fields.OptionalText("number", OrderNumber.MaxLength),
        Channel = fields.OptionalText("channel", MaxTag) ?? "web",
        Locale = Matching(fields, "locale", Language(), "must be a language such as en or de"),
        Market = Known(fields, "market", snapshot.Site.Markets.Keys),
        Currency = Known(fields, "currency", Currency.All.Select(currency => currency.Code)),
        PlacedAt = fields.Time("placedAt"),
        IsConsumer = fields.Flag("isConsumer", fallback: true),
        IsGift = fields.Flag("isGift", fallback: false),
        TaxIncluded = fields.Flag("taxIncluded", fallback: true),
        Discount = fields.Whole("discount", 0, MaxAmount, fallback: 0),
        Shipping = fields.Whole("shipping", 0, MaxAmount, fallback: 0),
        ShippingTax = fields.Whole("shippingTax", 0, MaxAmount, fallback: 0),
        StandardShipping = fields.OptionalWhole("standardShipping", 0, MaxAmount),
        Email = Email(fields),
        DeliveryPostcode = PostcodeOf(fields, "deliveryPostcode"),
        BillingPostcode = PostcodeOf(fields, "billingPostcode"),
        Tags = fields.Texts("tags", MaxTags, MaxTag),
        Lines = fields.Objects("lines", 1, MaxLines, Line),
        Parcels = fields.Objects("parcels", 0, MaxParcels, Parcel),
        Payments = fields.Objects("payments", 0, MaxPayments, Payment),
    };

    private static OrderDocumentLine Line(JsonFields fields) => new()
    {
        Id = Matching(fields, "id", LineId(), "must be 1 to 40 letters, digits, dots, hyphens or underscores"),
        Sku = fields.Text("sku", MaxText),
        Title = fields.Text("title", MaxText),
        Category = fields.OptionalText("category", MaxTag) ?? "",
        Bundle = fields.OptionalText("bundle", MaxText),
        Tags = fields.Texts("tags", MaxTags, MaxTag),
        Quantity = (int)fields.Whole("quantity", 1, MaxQuantity),
        UnitPrice = fields.Whole("unitPrice", 0, MaxAmount),
        Discount = fields.Whole("discount", 0, MaxAmount * MaxQuantity, fallback: 0),
        Tax = fields.Whole("tax", 0, MaxAmount * MaxQuantity, fallback: 0),
        WeightGrams = (int?)fields.OptionalWhole("weightGrams", 0, int.MaxValue),
    };

    private static OrderDocumentParcel Parcel(JsonFields fields)
    {
        var url = fields.OptionalText("trackingUrl", MaxUrl);
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            fields.Fault("trackingUrl", "must be an address that starts with https:// or http://");
        }

        return new OrderDocumentParcel
        {
            Carrier = fields.OptionalText("carrier", MaxText) ?? "",
            TrackingNumber = fields.OptionalText("trackingNumber", MaxText),
            TrackingUrl = url,
            ShippedAt = fields.OptionalTime("shippedAt"),
            ExpectedOn = fields.OptionalDay("expectedOn"),
            DeliveredAt = fields.OptionalTime("deliveredAt"),
            Items = fields.Objects("items", 1, MaxLines, item => new OrderDocumentItem(item.Text("line", MaxText), (int)item.Whole("quantity", 1, MaxQuantity))),
        };
    }

    private OrderDocumentPayment Payment(JsonFields fields)
    {
        var label = fields.OptionalText("label", MaxTag) ?? "";
        if (FullNumber().IsMatch(label))
        {
            fields.Fault("label", "must not hold a full card or account number");
        }

        return new OrderDocumentPayment
        {
            Provider = Known(fields, "provider", _providers),
            Reference = fields.Text("reference", MaxText),
            Means = fields.Text("means", MaxTag),
            Label = label,
            Captured = fields.Whole("captured", 1, MaxAmount * MaxQuantity),
            Step = (int)fields.Whole("step", 1, 1000, fallback: 1),
        };
    }

    private static string Known(JsonFields fields, string name, IEnumerable<string> known)
    {
        var text = fields.Text(name, MaxText);
        if (text.Length > 0 && !known.Contains(text, StringComparer.Ordinal))
        {
            fields.Fault(name, $"must be one of {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }

        return text;
    }

    private static string Matching(JsonFields fields, string name, Regex form, string message)
    {
        var text = fields.Text(name, MaxText);
        if (text.Length > 0 && !form.IsMatch(text))
        {
            fields.Fault(name, message);
        }

        return text;
    }

    private static string Email(JsonFields fields)
    {
        var text = fields.Text("email", EmailAddress.MaxLength);
        if (text.Length > 0 && !EmailAddress.LooksRight(text))
        {
            fields.Fault("email", "must be an e-mail address");
        }

        return EmailAddress.Normalize(text);
    }

    private static string? PostcodeOf(JsonFields fields, string name)
    {
        var text = fields.OptionalText(name, MaxTag);
        var postcode = Postcode.Normalize(text);
        if (text is not null && postcode.Length == 0)
        {
            fields.Fault(name, "must have letters or digits");
        }

        return postcode.Length > 0 ? postcode : null;
    }

    // What has no order of its own gets one, so that the same order told twice reads the same.
    private static OrderDocument Arranged(OrderDocument document)
    {
        var positions = document.Lines.Select((line, index) => (line.Id, index)).DistinctBy(line => line.Id, StringComparer.Ordinal).ToDictionary(line => line.Id, line => line.index, StringComparer.Ordinal);
        return document with
        {
            Parcels = [.. document.Parcels.Select(parcel => parcel with { Items = [.. parcel.Items.OrderBy(item => positions.GetValueOrDefault(item.Line))] })],
            Payments = [.. document.Payments.OrderBy(payment => payment.Provider, StringComparer.Ordinal).ThenBy(payment => payment.Reference, StringComparer.Ordinal)],
        };
    }

    [GeneratedRegex("^[a-z]{2,3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Language();

    [GeneratedRegex("^[A-Za-z0-9._-]{1,40}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex LineId();

    [GeneratedRegex("[0-9]([ -]?[0-9]){11}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex FullNumber();
}
