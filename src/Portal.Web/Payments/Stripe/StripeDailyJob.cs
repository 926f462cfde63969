using Portal.Web.Operations;

namespace Portal.Web.Payments.Stripe;

/// <summary>Once a day: compares our books with Stripe's, says in the log what is different, and forgets events that were applied long ago.</summary>
public sealed class StripeDailyJob(StripeReconciliation reconciliation, StripeEvents events, ILogger<StripeDailyJob> log) : IDailyJob
{
    public string Name => "stripe-reconcile";

    public async Task RunAsync(CancellationToken cancellation)
    {
        var report = await reconciliation.RunAsync(cancellation: cancellation);
        foreach (var difference in report.Differences)
        {
            log.Log(difference.IsMended ? LogLevel.Warning : LogLevel.Error, "Our books and Stripe's differ. {Difference}.", difference.Text);
        }

        await events.ForgetAsync(cancellation);
    }
}
