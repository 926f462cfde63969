using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Portal.Web.Data;
using Portal.Web.Orders;
using Portal.Web.Payments;
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
        var lift = new Option<bool>("--lift") { Description = "After a restore: lets refunds go out although a person has to look; say it when one has." };
        var command = new Command("reconcile", "Compares our refunds with Stripe's and mends what it can. After a restore it lets refunds go out again. Exit status 1 when a person has to look.") { days, lift };
        command.SetWork((parsed, services, cancellation) => RunAsync(parsed.GetValue(days), parsed.GetValue(lift), services, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int days, bool isLifted, IServiceProvider services, CancellationToken cancellation)
    {
        var holds = services.GetRequiredService<RefundHolds>();
        if (services.GetService<StripeReconciliation>() is not { } reconciliation)
        {
            return await WithoutStripeAsync(holds, services.GetRequiredService<PortalDbContext>(), cancellation);
        }

        try
        {
            var hold = await holds.FindAsync(cancellation);
            Console.Out.WriteLine($"Comparing the refunds of the last {days} days{(hold is null ? "" : $", and all since {InstantPattern.General.Format(hold.KnownUntil)}")} …");
            var report = await reconciliation.RunAsync(days, cancellation);
            foreach (var difference in report.Differences)
            {
                Console.Out.WriteLine($"{(difference.IsMended ? "mended" : "LOOK  ")}  {difference.Text}");
            }

            Console.Out.WriteLine($"{report.Theirs} refunds at Stripe, {report.Ours} here, {report.Foreign} of payments that the portal does not know: {report.Differences.Count} differences, {report.Differences.Count(difference => !difference.IsMended)} to look at");
            if (report.IsClean || isLifted)
            {
                await LiftAsync(holds, cancellation);
            }
            else if (hold is not null)
            {
                await Console.Error.WriteLineAsync("Refunds stay on hold. Look at what is marked, then: refunds reconcile --lift");
            }

            return report.IsClean ? 0 : 1;
        }
        catch (Exception fault) when (StripeErrors.IsForeign(fault, cancellation))
        {
            await Console.Error.WriteLineAsync($"Stripe could not be asked: {(fault as StripeException)?.StripeError?.Message ?? fault.Message}");
            return 1;
        }
    }

    // Where no payment is Stripe's, nobody knows more than these books.
    private static async Task<int> WithoutStripeAsync(RefundHolds holds, PortalDbContext database, CancellationToken cancellation)
    {
        if (await database.Set<Payment>().AnyAsync(payment => payment.Provider == StripeProvider.Called, cancellation) || !await LiftAsync(holds, cancellation))
        {
            await Console.Error.WriteLineAsync("Stripe is not connected: set Stripe:SecretKey.");
            return 1;
        }

        return 0;
    }

    private static async Task<bool> LiftAsync(RefundHolds holds, CancellationToken cancellation)
    {
        var isLifted = await holds.LiftAsync(cancellation);
        if (isLifted)
        {
            await Console.Out.WriteLineAsync("Refunds go out again. Name the pieces of what was taken in: refunds list");
        }

        return isLifted;
    }
}
