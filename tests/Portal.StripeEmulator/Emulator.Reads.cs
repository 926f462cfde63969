using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.StripeEmulator;

/// <summary>What the API shows. Called under the lock, through <see cref="Get"/>.</summary>
public sealed partial class Emulator
{
    private const int DefaultLimit = 10;

    private const int MaxLimit = 100;

    internal JsonObject ReadIntent(string id, IReadOnlySet<string> expand) => Shapes.Intent(Find(id, "intent"), expand.Contains("latest_charge"));

    internal JsonObject ReadCharge(string id) => Shapes.Charge(Find(id, "charge") is { Charge: not null } paid ? paid : throw StripeProblem.Missing("charge", id, "charge"));

    internal JsonObject ReadRefund(string id) => Shapes.Refund(_refundById.GetValueOrDefault(id) ?? throw StripeProblem.Missing("refund", id, "refund"));

    internal JsonObject ReadDispute(string id) => Shapes.Dispute(_disputes.Find(known => known.Id == id) ?? throw StripeProblem.Missing("dispute", id, "dispute"));

    internal JsonObject ReadSession(string id, IReadOnlySet<string> expand) => Shapes.Session(Session(id), expand);

    internal JsonObject ReadEvent(string id) => Shapes.Event(_events.Find(known => known.Id == id) ?? throw StripeProblem.Missing("event", id, "id"));

    internal JsonObject ListIntents(IReadOnlyDictionary<string, string> query) =>
        List(query, "/v1/payment_intents", _payments.AsEnumerable().Reverse().Select(payment => Shapes.Intent(payment)));

    internal JsonObject ListCharges(IReadOnlyDictionary<string, string> query) => List(
        query,
        "/v1/charges",
        _payments.AsEnumerable().Reverse().Where(payment => payment.Charge is not null && Matches(query, payment.Intent, null)).Select(Shapes.Charge));

    internal JsonObject ListRefunds(IReadOnlyDictionary<string, string> query) => List(
        query,
        "/v1/refunds",
        _refunds.AsEnumerable().Reverse().Where(refund => WasMade(query, refund.Created) && Matches(query, refund.Intent, refund.Charge)).Select(Shapes.Refund));

    internal JsonObject ListDisputes(IReadOnlyDictionary<string, string> query) => List(
        query,
        "/v1/disputes",
        _disputes.AsEnumerable().Reverse().Where(dispute => WasMade(query, dispute.Created) && Matches(query, dispute.Payment.Intent, dispute.Payment.Charge)).Select(Shapes.Dispute));

    internal JsonObject ListSessions(IReadOnlyDictionary<string, string> query, IReadOnlySet<string> expand) => List(
        query,
        "/v1/checkout/sessions",
        _sessions.AsEnumerable().Reverse()
            .Where(session => WasMade(query, session.Created) && Matches(query, session.Payment.Intent, null) && (!query.TryGetValue("status", out var status) || status == session.Status))
            .Select(session => Shapes.Session(session, expand)));

    internal JsonObject ListLines(string id, IReadOnlyDictionary<string, string> query, IReadOnlySet<string> expand)
    {
        var session = Session(id);
        return List(
            query,
            $"/v1/checkout/sessions/{id}/line_items",
            Enumerable.Range(0, session.Plan.Lines.Count).Select(index => Shapes.Line(session, index, expand.Contains("data.price.product"))));
    }

    internal JsonObject ListEvents(IReadOnlyDictionary<string, string> query) => List(query, "/v1/events", _events.AsEnumerable().Reverse().Select(Shapes.Event));

    private static JsonObject List(IReadOnlyDictionary<string, string> query, string url, IEnumerable<JsonObject> all)
    {
        var limit = query.TryGetValue("limit", out var text) ? Math.Clamp(int.Parse(text, CultureInfo.InvariantCulture), 1, MaxLimit) : DefaultLimit;
        if (query.TryGetValue("starting_after", out var after))
        {
            all = all.SkipWhile(item => item["id"]!.GetValue<string>() != after).Skip(1);
        }

        var page = all.Take(limit + 1).ToList();
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. page.Take(limit)]),
            ["has_more"] = page.Count > limit,
            ["url"] = url,
        };
    }

    private static bool WasMade(IReadOnlyDictionary<string, string> query, long created) =>
        (!query.TryGetValue("created[gte]", out var from) || created >= long.Parse(from, CultureInfo.InvariantCulture))
        && (!query.TryGetValue("created[lte]", out var to) || created <= long.Parse(to, CultureInfo.InvariantCulture));

    private static bool Matches(IReadOnlyDictionary<string, string> query, string? intent, string? charge) =>
        (!query.TryGetValue("payment_intent", out var ofIntent) || ofIntent == intent) && (!query.TryGetValue("charge", out var ofCharge) || ofCharge == charge);

    private EmulatedSession Session(string id) => _sessions.Find(known => known.Id == id) ?? throw StripeProblem.Missing("checkout.session", id, "session");
}
