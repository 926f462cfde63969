using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Returns.Refunds;
using Portal.Returns.Statutes;

namespace Portal.Returns.Tests.Decisions;

/// <summary>Who passes nothing where something is needed is told which argument it was.</summary>
public sealed class ArgumentTests
{
    public static TheoryData<string, Action> Calls
    {
        get
        {
            var order = Shop.Order("DE");
            var request = new ReturnRequest("1", 1, Reason.ChangedMind);
            var decision = Shop.Decide(order, Reason.ChangedMind);
            return new TheoryData<string, Action>
            {
                { "policies", () => ReturnEngine.Decide(null!, order, request, Shop.Now) },
                { "facts", () => ReturnEngine.Decide(Shop.ShippedBook, null!, request, Shop.Now) },
                { "request", () => ReturnEngine.Decide(Shop.ShippedBook, order, null!, Shop.Now) },
                { "facts", () => DecisionJson.Write(null!, decision, Shop.Now) },
                { "decision", () => DecisionJson.Write(order, null!, Shop.Now) },
                { "json", () => StoredDecision.Read(null!) },
                { "facts", () => RefundPlanner.Plan(null!, [], RefundTerms.Plain) },
                { "units", () => RefundPlanner.Plan(order, null!, RefundTerms.Plain) },
                { "terms", () => RefundPlanner.Plan(order, [], null!) },
                { "facts", () => RefundPlanner.UnitAmounts(null!, "1") },
                { "facts", () => RefundPlanner.Paid(null!, new UnitSelection("1", [1])) },
                { "units", () => RefundPlanner.Paid(order, null!) },
                { "facts", () => RefundPlanner.FreeUnits(null!, "1") },
                { "facts", () => RefundPlanner.CompletesOrder(null!, []) },
                { "decisions", () => RefundTerms.For(order, null!, []) },
                { "decisions", () => RefundTerms.Plain.ToCredit(null!) },
                { "facts", () => UnitSelection.For(null!, request, Shop.Now) },
                { "request", () => UnitSelection.For(order, null!, Shop.Now) },
                { "facts", () => RefundClock.DueOn(null!, [decision], new LocalDate(2026, 11, 22)) },
                { "decisions", () => RefundClock.DueOn(order, null!, new LocalDate(2026, 11, 22)) },
                { "weights", () => Allocation.Split(Money.Zero(order.Currency), null!) },
                { "amounts", () => Allocation.RoundToStep(null!, 1) },
                { "text", () => Rate.TryPercent(null!, out _) },
                { "file", () => PolicyReader.Read(null!, "") },
                { "text", () => PolicyReader.Read("p.yaml", null!) },
                { "policy", () => PolicyWriter.Write(null!) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Null_IsNamed(string argument, Action call) => Assert.Equal(argument, Assert.Throws<ArgumentNullException>(call).ParamName);
}
