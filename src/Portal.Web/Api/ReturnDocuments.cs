using System.Text.Json;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Orders;

namespace Portal.Web.Api;

/// <summary>What a shopper asks for, sent to be decided.</summary>
/// <param name="OrderNumber">The order, in any way of writing it.</param>
/// <param name="Lines">What of it, each line once.</param>
public sealed record QuoteDocument(string OrderNumber, IReadOnlyList<ReturnLineDocument> Lines);

/// <summary>What a shopper has chosen and confirmed, sent to open a case.</summary>
/// <param name="OrderNumber">The order, in any way of writing it.</param>
/// <param name="Lines">What of it, each line once, with an option of the quote.</param>
/// <param name="PlanHash">The hash of the plan that was confirmed, from the quote.</param>
/// <param name="Locale">The shopper's language; the order's where it is left out.</param>
public sealed record ReturnDocument(string OrderNumber, IReadOnlyList<ReturnLineDocument> Lines, string PlanHash, string? Locale = null);

/// <param name="Line">The order's line.</param>
/// <param name="Quantity">Pieces, at least 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Resolution">What the shopper gets: from the options of a quote.</param>
/// <param name="Shipment">What happens to the goods: from the options of a quote.</param>
public sealed record ReturnLineDocument(string Line, int Quantity, Reason Reason, Resolution? Resolution = null, ShipmentMethod? Shipment = null);

/// <summary>What a person says about a case that waits for one.</summary>
/// <param name="Verdict">Approve what the shopper confirmed, or refuse it.</param>
/// <param name="Reason">What the shopper reads; needed to refuse.</param>
/// <param name="Shipment">Only where the shopper asked to look again: what happens to the goods.</param>
/// <param name="Quantity">Only where the shopper asked to look again: how many pieces are granted.</param>
public sealed record ReviewDocument(ReviewVerdict Verdict, string? Reason = null, ShipmentMethod? Shipment = null, int? Quantity = null);

/// <summary>What a person decides.</summary>
public enum ReviewVerdict
{
    Approve,
    Refuse,
}

/// <summary>Reads what is asked for; every fault is told by its JSON path.</summary>
internal static class ReturnDocumentReader
{
    private const int MaxHash = 64;

    private const int MaxName = 40;

    public static QuoteDocument ReadQuote(JsonElement root, JsonFaults faults)
    {
        var fields = new JsonFields(root, "$", faults);
        var document = new QuoteDocument(fields.Text("orderNumber", OrderNumber.MaxLength), Lines(fields, isChosen: false));
        fields.Close();
        return document;
    }

    public static ReturnDocument ReadReturn(JsonElement root, JsonFaults faults)
    {
        var fields = new JsonFields(root, "$", faults);
        var document = new ReturnDocument(
            fields.Text("orderNumber", OrderNumber.MaxLength),
            Lines(fields, isChosen: true),
            fields.Text("planHash", MaxHash),
            fields.OptionalText("locale", MaxName));
        fields.Close();
        return document;
    }

    public static ReviewDocument ReadReview(JsonElement root, JsonFaults faults)
    {
        var fields = new JsonFields(root, "$", faults);
        var document = new ReviewDocument(
            fields.Chosen<ReviewVerdict>("verdict"),
            fields.OptionalText("reason", CaseReview.MaxAnswer, hasLines: true),
            fields.Choice<ShipmentMethod>("shipment"),
            (int?)fields.OptionalWhole("quantity", 1, OrderDocumentReader.MaxQuantity));
        fields.Close();
        if (document is { Verdict: ReviewVerdict.Refuse, Reason: null } && !faults.Any)
        {
            fields.Fault("reason", "is missing: the shopper reads why");
        }

        if (document.Verdict == ReviewVerdict.Refuse && (document.Shipment is not null || document.Quantity is not null))
        {
            fields.Fault("verdict", "to refuse goes without shipment and quantity");
        }

        return document;
    }

    /// <summary>Tells lines that the order does not have, and more pieces than it has of them.</summary>
    public static void Check(IReadOnlyList<ReturnLineDocument> lines, Order order, JsonFaults faults)
    {
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            var ordered = order.Lines.Find(known => string.Equals(known.LineId, line.Line, StringComparison.Ordinal));
            if (ordered is null)
            {
                faults.Add(FormattableString.Invariant($"$.lines[{index}].line"), $"the order has no such line; it has {string.Join(", ", order.Lines.Take(20).Select(known => known.LineId))}");
            }
            else if (line.Quantity > ordered.Quantity)
            {
                faults.Add(FormattableString.Invariant($"$.lines[{index}].quantity"), FormattableString.Invariant($"is more than the {ordered.Quantity} that were ordered"));
            }
        }
    }

    /// <summary>The same as a journey has it.</summary>
    public static IReadOnlyList<DraftLine> Drafts(IReadOnlyList<ReturnLineDocument> lines) =>
        [.. lines.Select(line => new DraftLine { LineId = line.Line, Quantity = line.Quantity, Reason = line.Reason, Resolution = line.Resolution, Shipment = line.Shipment })];

    private static IReadOnlyList<ReturnLineDocument> Lines(JsonFields fields, bool isChosen)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return fields.Objects("lines", 1, OrderDocumentReader.MaxLines, line =>
        {
            var document = new ReturnLineDocument(
                line.Text("line", MaxName),
                (int)line.Whole("quantity", 1, OrderDocumentReader.MaxQuantity),
                line.Chosen<Reason>("reason"),
                isChosen ? line.Chosen<Resolution>("resolution") : line.Choice<Resolution>("resolution"),
                isChosen ? line.Chosen<ShipmentMethod>("shipment") : line.Choice<ShipmentMethod>("shipment"));
            if (document.Line.Length > 0 && !seen.Add(document.Line))
            {
                line.Fault("line", "is asked for twice; one reason a line");
            }

            if (document.Resolution is null != document.Shipment is null)
            {
                line.Fault("shipment", "and resolution go together");
            }

            return document;
        });
    }
}
