using System.CommandLine;
using Portal.Web.Payments.Stripe;
using Stripe;

namespace Portal.Web.Commands;

/// <summary><c>refunds reconcile</c>: compares the refunds of the last days with Stripe's.</summary>
public static class ReconcileCommand
{
    public static Command Create()
    {
        var days = new Option<int>("--days") { Description = "How many days back.", DefaultValueFactory = _ => StripeReconciliation.UsualDays };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--days is at least 1.");
            }
        });
        var command = new Command("reconcile", "Compares our refunds with Stripe's and mends what it can. Exit status 1 when a person has to look.") { days };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(days), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int days, CancellationToken cancellation)
    {
        await using var app = PortalApp.Build([]);
        await using var scope = app.Services.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<StripeReconciliation>() is not { } reconciliation)
        {
            await Console.Error.WriteLineAsync("Stripe is not connected: set Stripe:SecretKey.");
            return 1;
        }

        try
        {
            Console.Out.WriteLine($"Comparing the refunds of the last {days} days …");
            var report = await reconciliation.RunAsync(days, cancellation);
            foreach (var difference in report.Differences)
            {
                Console.Out.WriteLine($"{(difference.IsMended ? "mended" : "LOOK  ")}  {difference.Text}");
            }

            Console.Out.WriteLine($"{report.Theirs} refunds at Stripe, {report.Ours} here, {report.Foreign} of payments that the portal does not know: {report.Differences.Count} differences, {report.Differences.Count(difference => !difference.IsMended)} to look at");
            return report.IsClean ? 0 : 1;
        }
        catch (Exception fault) when (StripeErrors.IsForeign(fault, cancellation))
        {
            await Console.Error.WriteLineAsync($"Stripe could not be asked: {(fault as StripeException)?.StripeError?.Message ?? fault.Message}");
            return 1;
        }
    }
}
