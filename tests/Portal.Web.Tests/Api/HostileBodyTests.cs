using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Tests.Api;

/// <summary>
/// Spoiled bodies for every call that takes one: problem details or a sound answer, never a fault of ours, and nothing stored in part.
/// <c>PORTAL_LONG=1</c> sends 100,000 of them, <c>PORTAL_SEED</c> chooses which.
/// </summary>
public sealed class HostileBodyTests(ApiSite api) : IClassFixture<ApiSite>
{
    private const string Number = "X-6666";

    private static readonly int Bodies = Environment.GetEnvironmentVariable("PORTAL_LONG") is "1" ? 100_000 : 2_000;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("PORTAL_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20_26;

    [Fact]
    public async Task Bodies_Spoiled_AreAnsweredAndStoreNothingInPart()
    {
        await api.PutOrderAsync(Number);
        var quote = ApiSite.Return(Number, "A", "Defective", shipment: "SendBack");
        var planHash = await api.PlanHashAsync(quote);
        var asked = await AskedAsync();
        var calls = new (HttpMethod Method, string Address, JsonNode Sound)[]
        {
            (HttpMethod.Put, $"/api/orders/{Number}", ApiSite.Order()),
            (HttpMethod.Post, "/api/returns/quote", quote),
            (HttpMethod.Post, "/api/returns", ApiSite.Return(Number, "A", "Defective", shipment: "SendBack", planHash: planHash)),
            (HttpMethod.Post, $"/api/returns/{asked}/review", JsonNode.Parse("""{ "verdict": "approve", "reason": "As an exception.", "shipment": "Keep", "quantity": 1 }""")!),
        };
        var mutator = new BodyMutator(Seed);
        var before = await StoredAsync();
        var seen = new Dictionary<(string, HttpStatusCode), int>();
        for (var turn = 0; turn < Bodies; turn++)
        {
            var (method, address, sound) = calls[turn % calls.Length];
            var body = mutator.Spoil(sound);
            var reply = await ApiSite.SendAsync(api.Client, method, address, body, ("Idempotency-Key", FormattableString.Invariant($"hostile-{turn}")));
            Assert.True((int)reply.Status is (>= 200 and < 300) or (>= 400 and < 500), FormattableString.Invariant($"seed {Seed}, turn {turn}: {reply.Status} for {method} {address} with {body}"));
            seen[(address, reply.Status)] = seen.GetValueOrDefault((address, reply.Status)) + 1;
            var after = await StoredAsync();
            if ((int)reply.Status >= 400 || address.EndsWith("/quote", StringComparison.Ordinal))
            {
                Assert.True(before == after, FormattableString.Invariant($"seed {Seed}, turn {turn}: {before} became {after}"));
            }

            AssertWhole(after, turn);
            before = after;
        }

        // Each call met more than one fate: the bodies were not all refused at the door.
        Assert.All(calls, call => Assert.True(seen.Keys.Count(key => key.Item1 == call.Address) > 1, call.Address));
        Assert.Contains(seen.Keys, key => key.Item2 == HttpStatusCode.UnprocessableEntity);
        Assert.Contains(seen.Keys, key => key.Item2 == HttpStatusCode.BadRequest);
    }

    private static void AssertWhole(Stored stored, int turn) => Assert.True(
        stored.Worth == stored.Captured && stored.Parcelled <= stored.Pieces && stored.Units <= stored.Pieces && stored.CasesWithoutLines == 0,
        FormattableString.Invariant($"seed {Seed}, turn {turn}: stored in part: {stored}"));

    private async Task<string> AskedAsync()
    {
        var page = await new Visitor(await api.Site.ShopperOf("P-1003")).OpenAsync("/en/orders/P-1003/ask?line=L1&reason=ChangedMind");
        var shopper = new Visitor(await api.Site.ShopperOf("P-1003"));
        var status = await shopper.SubmitAsync(await shopper.OpenAsync(page.Address), ("message", "Please look again."));
        return status.Address.Split('/')[^1];
    }

    private Task<Stored> StoredAsync() => api.DatabaseAsync(async database =>
    {
        var order = await database.Orders.AsNoTracking().AsSplitQuery()
            .Include(row => row.Lines).Include(row => row.Parcels).ThenInclude(parcel => parcel.Items).Include(row => row.Payments)
            .SingleAsync(row => row.Number == Number);
        var goods = order.Lines.Sum(line => (line.UnitPrice * line.Quantity) - line.Discount + (order.TaxIncluded ? 0 : line.Tax));
        return new Stored(
            order.Version,
            goods - order.Discount + order.Shipping + order.ShippingTax,
            order.Payments.Sum(payment => payment.Captured),
            order.Lines.Sum(line => line.Quantity),
            order.Parcels.Sum(parcel => parcel.Items.Sum(item => item.Quantity)),
            await database.Cases.CountAsync(),
            await database.CaseUnits.CountAsync(unit => unit.OrderId == order.Id),
            await database.Refunds.CountAsync(),
            await database.Cases.CountAsync(opened => !opened.Lines.Any()));
    });

    private sealed record Stored(int Version, long Worth, long Captured, int Pieces, int Parcelled, int Cases, int Units, int Refunds, int CasesWithoutLines);
}
