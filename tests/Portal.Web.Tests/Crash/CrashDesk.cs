using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Portal.Returns.Cases;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;
using Portal.Web.Tests.Data;
using Stripe;

namespace Portal.Web.Tests.Crash;

/// <summary>The person of the shop: does what <c>refunds list</c> asks for, and compares the books.</summary>
internal sealed class CrashDesk(PortalDbContext database)
{
    private readonly TimeProvider _clock = TimeProvider.System;

    private RefundOutcomes Outcomes => new(database, new Mails(database, _clock), _clock, NullLogger<RefundOutcomes>.Instance);

    /// <summary>Pays what is to be paid by hand, and plans again what was called off or stopped by a dispute; while that stands, nothing comes of it.</summary>
    public async Task WorkAsync()
    {
        var desk = new RefundDesk(database, Outcomes, _clock);
        foreach (var waiting in await desk.ListAsync())
        {
            switch (waiting)
            {
                case { Reason: DeskReason.ToPay }:
                    Assert.True(await desk.PaidAsync(waiting.Id, string.Create(CultureInfo.InvariantCulture, $"by hand {waiting.Amount}")));
                    break;
                case { Reason: DeskReason.CalledOff or DeskReason.Failed } when await database.Cases.AnyAsync(opened => opened.Rma == waiting.Rma && opened.State == CaseState.NeedsReview):
                    await new RefundReplacer(database, _clock).ReplaceAsync(waiting.Id, RefundWay.SameAgain, isByStaff: true);
                    break;
            }
        }
    }

    public StripeReconciliation Reconciliation(IStripeClient client)
    {
        var refunds = new StripeRefunds(client, database, Outcomes, NullLogger<StripeRefunds>.Instance);
        var orders = new CheckoutOrders(client, database, new Visit(database, _clock).Content, _clock, NullLogger<CheckoutOrders>.Instance);
        return new StripeReconciliation(
            client, database, refunds, new StripeProvider(client, NullLogger<StripeProvider>.Instance), Outcomes, new MissedEvents(client, database, refunds, orders, _clock), new RefundHolds(database), _clock);
    }
}
