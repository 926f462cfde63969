namespace Portal.StripeEmulator;

/// <summary>Control calls, for tests that run the emulator as a program.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes, Emulator emulator)
    {
        var control = routes.MapGroup("/emulator");
        control.MapGet("/report", emulator.Report);
        control.MapPost("/script", (PlannedCall[] calls) => emulator.Plan(calls));
        control.MapPost("/mix", (FaultMix mix) => emulator.Mix(mix));
        control.MapPost("/advance", () => new { Moved = emulator.Advance() });
        control.MapPost("/settle", emulator.Settle);
        control.MapPost("/deliver", async (CancellationToken cancellation) => new { Accepted = await emulator.Webhooks.DeliverAsync(cancellation) });
        control.MapPost("/webhook", (WebhookTarget target) => emulator.Webhooks.SendTo(target.Url, target.Secret));
        control.MapPost("/payments", (PaymentPlan plan) => Enumerable.Range(0, plan.Count).Select(_ => emulator.Pay(plan.Amount, plan.Currency, plan.Means)).Select(made => new { made.Intent, made.Charge }).ToList());
        control.MapPost("/refunds", (DashboardRefund plan) => new { emulator.RefundInDashboard(plan.Payment, plan.Amount, plan.Fate).Id });
        control.MapPost("/disputes", (DisputePlan plan) => new { emulator.Dispute(plan.Payment, plan.IsRefundable).Id });
        control.MapPost("/disputes/{id}/close", (string id, bool won) => emulator.Close(id, won));
        control.MapPost("/sessions", (SessionPlan plan) =>
        {
            var (session, intent) = emulator.Checkout(plan);
            return new { Session = session, Intent = intent };
        });
        control.MapPost("/sessions/{id}/complete", (string id, bool paid) => emulator.Complete(id, paid));
        control.MapPost("/sessions/{id}/later", (string id, bool paid) => emulator.CompleteLater(id, paid));
    }

    private sealed record WebhookTarget(Uri Url, string? Secret = null);

    private sealed record PaymentPlan(long Amount, string Currency = "eur", string Means = "card", int Count = 1);

    private sealed record DashboardRefund(string Payment, long? Amount = null, RefundFate Fate = RefundFate.Succeed);

    private sealed record DisputePlan(string Payment, bool IsRefundable = false);
}
