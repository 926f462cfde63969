using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Returns.Decisions;
using Portal.Web.Content;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Orders;

/// <summary>What each order of the handful promises, under the shipped policy.</summary>
public sealed class HandfulTests(PortalFactory factory) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("P-1001", "L1", Reason.Damaged, Verdict.Approved, RequestKind.Claim, ShipmentMethod.Keep)]
    [InlineData("P-1001", "L1", Reason.ChangedMind, Verdict.Approved, null, ShipmentMethod.SendBack)]
    [InlineData("P-1002", "L1", Reason.ChangedMind, Verdict.Approved, null, ShipmentMethod.SendBack)]
    [InlineData("P-1002", "L1", Reason.Damaged, Verdict.Approved, RequestKind.Claim, ShipmentMethod.SendBack)]
    [InlineData("P-1003", "L1", Reason.ChangedMind, Verdict.Refused, RequestKind.Return, null)]
    [InlineData("P-1003", "L1", Reason.Damaged, Verdict.Approved, RequestKind.Claim, ShipmentMethod.SendBack)]
    [InlineData("P-1003", "L2", Reason.ChangedMind, Verdict.Approved, RequestKind.Return, ShipmentMethod.SendBack)]
    [InlineData("P-1004", "L1", Reason.ChangedMind, Verdict.Approved, RequestKind.Withdrawal, ShipmentMethod.SendBack)]
    [InlineData("P-1004", "L2", Reason.ChangedMind, Verdict.Refused, null, null)]
    [InlineData("P-1005", "L1", Reason.ChangedMind, Verdict.NeedsReview, RequestKind.Return, ShipmentMethod.SendBack)]
    [InlineData("P-1006", "L1", Reason.ChangedMind, Verdict.Approved, RequestKind.Return, ShipmentMethod.SendBack)]
    [InlineData("P-1007", "L2", Reason.ChangedMind, Verdict.Approved, null, ShipmentMethod.SendBack)]
    [InlineData("P-1008", "L1", Reason.ChangedMind, Verdict.Approved, RequestKind.Withdrawal, ShipmentMethod.SendBack)]
    [InlineData("P-1009", "L1", Reason.ChangedMind, Verdict.Refused, RequestKind.Return, null)]
    [InlineData("P-1009", "L1", Reason.Defective, Verdict.Approved, RequestKind.Claim, ShipmentMethod.SendBack)]
    [InlineData("P-1010", "L1", Reason.Late, Verdict.NeedsReview, RequestKind.Claim, ShipmentMethod.Keep)]
    [InlineData("P-1010", "L2", Reason.Late, Verdict.Approved, RequestKind.Claim, ShipmentMethod.Keep)]
    [InlineData("P-1011", "L1", Reason.ChangedMind, Verdict.Approved, RequestKind.Return, ShipmentMethod.SendBack)]
    [InlineData("P-1012", "L1", Reason.ChangedMind, Verdict.Approved, RequestKind.Return, ShipmentMethod.SendBack)]
    [InlineData("P-1013", "L1", Reason.ChangedMind, Verdict.Approved, RequestKind.Return, ShipmentMethod.SendBack)]
    [InlineData("P-1014", "L1", Reason.Damaged, Verdict.Approved, RequestKind.Claim, ShipmentMethod.Keep)]
    public async Task Decide_OnePieceOfTheHandful_GivesWhatItPromises(
        string number, string line, Reason reason, Verdict verdict, RequestKind? kind, ShipmentMethod? shipment)
    {
        var decision = await factory.In(async services =>
        {
            var order = await services.GetRequiredService<OrderReader>().FindAsync(number);
            var policies = services.GetRequiredService<Snapshot>().Policies;
            return ReturnEngine.Decide(policies, order!.Facts, new ReturnRequest(line, 1, reason), Instant.FromDateTimeOffset(factory.Clock.GetUtcNow()));
        });

        Assert.Equal(verdict, decision.Verdict);
        Assert.Equal(kind ?? decision.Kind, decision.Kind);
        if (shipment is { } expected)
        {
            Assert.Contains(expected, decision.Shipments);
        }

        if (verdict == Verdict.Refused)
        {
            Assert.Equal(RequestKind.Claim, decision.Alternative?.Kind);
        }
    }
}
