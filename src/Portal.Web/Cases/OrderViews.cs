using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Cases;

/// <summary>Turns an order into what its page shows: parcels, and a verdict in words for every line.</summary>
public sealed class OrderViews(Texts texts, DecisionTexts words, Judge judge, Snapshot snapshot, TimeProvider clock)
{
    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>Every line with its verdict.</summary>
    /// <param name="order">The order.</param>
    /// <param name="draft">The id that a journey started from this page will have.</param>
    /// <param name="reader">Who reads it: of the other party's case it tells no more than that the pieces are gone.</param>
    public IReadOnlyList<LineVerdictView> Lines(LoadedOrder order, Guid draft, Party reader) =>
        order.Order.Lines.ConvertAll(line => Line(order, line, draft, reader));

    /// <summary>Where every parcel is.</summary>
    public IReadOnlyList<ParcelView> Parcels(LoadedOrder order)
    {
        var zone = snapshot.Zone(order.Order.Market);
        return order.Order.Parcels.ConvertAll(parcel =>
        {
            var state = State(parcel, zone);
            var sentence = state switch
            {
                "Delivered" => texts["Parcel.Delivered.Text", texts.Date(parcel.DeliveredAt!.Value, zone)],
                "Late" => texts["Parcel.Late.Text", texts.Date(parcel.ExpectedOn!.Value)],
                "OnItsWay" when parcel.ExpectedOn is { } day => texts["Parcel.OnItsWay.Text", texts.Date(day)],
                _ => texts[$"Parcel.{state}.NoDate"],
            };
            var contents = parcel.Items.ConvertAll(item => texts.Pieces(item.Quantity, order.Line(item.LineId).Title));
            return new ParcelView(
                texts["Parcel.Title", texts.Number(parcel.Number), texts.Number(order.Order.Parcels.Count)],
                state switch { "Delivered" => "good", "Late" => "bad", _ => "wait" },
                texts[$"Parcel.{state}"],
                sentence,
                contents,
                parcel.TrackingNumber is null ? null : texts["Parcel.Track", parcel.Carrier, parcel.TrackingNumber],
                parcel.TrackingUrl,
                state switch { "Delivered" => 3, "Packing" => 1, _ => 2 });
        });
    }

    /// <summary>Pieces and price of a line.</summary>
    public string Facts(LoadedOrder order, OrderLine line) => texts[
        "Line.Facts",
        texts.Count("Pieces", line.Quantity),
        texts.Money(new Portal.Returns.Money(line.UnitPrice, order.Facts.Currency))];

    private LineVerdictView Line(LoadedOrder order, OrderLine line, Guid draft, Party reader)
    {
        var locale = texts.Locale.Code;
        var free = RefundPlanner.FreeUnits(order.Facts, line.LineId).Count;
        var facts = line.Bundle is { } bundle ? $"{Facts(order, line)} · {texts["Line.Bundle", bundle]}" : Facts(order, line);
        if (free == 0)
        {
            return order.CasesOf(reader).LastOrDefault(@case => @case.Units.Exists(unit => string.Equals(unit.LineId, line.LineId, StringComparison.Ordinal)))?.Rma is { } rma
                ? new LineVerdictView(line.Title, line.Category, facts, Delivery(order, line), "", texts["Line.InCase"], [texts["Line.InCase.Text"]], texts["Line.SeeCase", rma], Addresses.Case(locale, rma), TitleLanguage: order.Order.Locale)
                : new LineVerdictView(line.Title, line.Category, facts, Delivery(order, line), "", texts["Line.Unavailable"], [texts["Line.Unavailable.Text"]], TitleLanguage: order.Order.Locale);
        }

        var decision = judge.Decide(order, line.LineId, Reason.ChangedMind);
        var sentences = new List<string>();
        if (decision.Verdict != Verdict.Refused)
        {
            sentences.Add(words.Deadline(decision));
        }

        sentences.AddRange(decision.Reasons.Select(words.Reason).Distinct(StringComparer.Ordinal));
        if (words.Alternative(decision) is { } alternative)
        {
            sentences.Add(alternative);
        }

        var article = words.Article(decision);
        var canAct = decision.Verdict != Verdict.Refused || decision.Alternative is not null;
        var isWaiting = decision.Reasons.Any(reason => reason.MessageKey is "not-delivered");
        return new LineVerdictView(
            line.Title,
            line.Category,
            facts,
            Delivery(order, line),
            decision.Verdict switch { Verdict.Approved => "good", Verdict.NeedsReview => "wait", _ => isWaiting ? "wait" : "bad" },
            isWaiting ? texts["Verdict.OnItsWay"] : words.Verdict(decision),
            sentences,
            article?.Title,
            article?.Url,
            canAct ? texts[decision.Verdict == Verdict.Refused || IsLate(order, line) ? "Line.Report" : "Line.Return"] : null,
            canAct ? $"{Addresses.Journey(locale, order.Order.Number, draft, "items")}?line={Uri.EscapeDataString(line.LineId)}" : null,
            decision.Verdict == Verdict.Refused ? texts["Line.Ask"] : null,
            decision.Verdict == Verdict.Refused ? $"{Addresses.Order(locale, order.Order.Number)}/ask?line={Uri.EscapeDataString(line.LineId)}" : null,
            order.Order.Locale,
            [.. snapshot.Library.ForProduct(locale, line.Sku).Select(guide => (guide.Title, guide.Url))]);
    }

    private string? Delivery(LoadedOrder order, OrderLine line)
    {
        var delivered = order.Order.Parcels
            .Where(parcel => parcel.DeliveredAt is not null && parcel.Items.Any(item => string.Equals(item.LineId, line.LineId, StringComparison.Ordinal)))
            .Select(parcel => parcel.DeliveredAt!.Value)
            .ToList();
        return delivered.Count > 0 ? texts["Line.Delivered", texts.Date(delivered.Max(), snapshot.Zone(order.Order.Market))] : null;
    }

    private bool IsLate(LoadedOrder order, OrderLine line) => order.Order.Parcels.Any(parcel =>
        string.Equals(State(parcel, snapshot.Zone(order.Order.Market)), "Late", StringComparison.Ordinal)
        && parcel.Items.Any(item => string.Equals(item.LineId, line.LineId, StringComparison.Ordinal)));

    private string State(Parcel parcel, DateTimeZone zone) => parcel switch
    {
        { DeliveredAt: not null } => "Delivered",
        { ShippedAt: null } => "Packing",
        { ExpectedOn: { } day } when day < Now.InZone(zone).Date => "Late",
        _ => "OnItsWay",
    };
}
