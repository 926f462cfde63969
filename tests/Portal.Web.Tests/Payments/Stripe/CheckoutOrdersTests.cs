using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Portal.Returns.Cases;
using Portal.StripeEmulator;
using Portal.Web.Orders;
using Portal.Web.Payments.Stripe;
using Portal.Web.Tests.Data;
using Portal.Web.Tests.Operations;

namespace Portal.Web.Tests.Payments.Stripe;

public abstract class CheckoutOrdersTests : StripeTest
{
    private static readonly SessionPlan Cups = new()
    {
        Lines =
        [
            new SessionLine("Cup", 3, 1200, Discount: 100, Tax: 559, Metadata: new Dictionary<string, string> { ["sku"] = "CUP-1", ["category"] = "tableware", ["tags"] = "gift, sale", ["weight_grams"] = "250" }),
            new SessionLine("Engraving", 1, 500, Tax: 80),
        ],
        Shipping = 490,
        ShippingTax = 78,
        Locale = "de",
        Metadata = new Dictionary<string, string> { ["order_number"] = "#s-77" },
    };

    [Fact]
    public async Task Completed_Paid_MakesTheOrder()
    {
        var (session, intent) = Emulator.Checkout(Cups);
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        var order = await OrderAsync();
        Assert.Equal(
            ("S-77", "checkout", "de", "DE", "EUR", "ada.fischer@example.com", "10115", Now, true, 490L),
            (order.Number, order.Channel, order.Locale, order.Market, order.Currency, order.Email, order.DeliveryPostcode, order.PlacedAt, order.TaxIncluded, order.Shipping));
        Assert.Equal(["Cup", "Engraving"], order.Lines.OrderBy(line => line.Position).Select(line => line.Title));
        var cup = order.Lines.Single(line => line.Position == 1);
        Assert.Equal(("CUP-1", "tableware", 3, 1200L, 100L, 559L, (int?)250), (cup.Sku, cup.Category, cup.Quantity, cup.UnitPrice, cup.Discount, cup.Tax, cup.WeightGrams));
        Assert.Equal(["gift", "sale"], cup.Tags);
        var payment = Assert.Single(order.Payments);
        Assert.Equal(("Stripe", intent, "card", "Visa •••• 4242", 4490L), (payment.Provider, payment.Reference, payment.Means, payment.Label, payment.Captured));
    }

    [Fact]
    public async Task Completed_AnnouncedAgainAndAgain_MakesOneOrder()
    {
        var (session, _) = Emulator.Checkout(Cups);
        Emulator.Complete(session);
        var happened = await HappenedAsync();
        await AnnounceAsync(happened);
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        await using var database = Open();
        Assert.Equal((1, 2, 1), (await database.Orders.CountAsync(), await database.Set<OrderLine>().CountAsync(), await database.Set<Payment>().CountAsync()));
    }

    [Fact]
    public async Task Completed_TakenByManyAtOnce_MakesOneOrder()
    {
        var (session, _) = Emulator.Checkout(Cups);
        Emulator.Complete(session);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var database = Open();
            await Orders(database).TakeAsync(session);
        })));
        await using var after = Open();
        Assert.Equal((1, 1), (await after.Orders.CountAsync(), await after.Set<Payment>().CountAsync()));
    }

    // A delayed means completes the session before it pays.
    [Fact]
    public async Task Completed_NotYetPaid_MakesNoOrderUntilItIs()
    {
        var (session, _) = Emulator.Checkout(Cups with { Means = "sepa_debit" });
        Emulator.Complete(session, isPaid: false);
        await AnnounceAsync(await HappenedAsync());
        await using var database = Open();
        Assert.Equal(0, await database.Orders.CountAsync());
        Emulator.CompleteLater(session, isPaid: true);
        await AnnounceAsync(await HappenedAsync());
        var payment = Assert.Single((await OrderAsync()).Payments);
        Assert.Equal(("sepa_debit", "SEPA •••• 4242"), (payment.Means, payment.Label));
    }

    [Fact]
    public async Task Completed_NeverPaid_MakesNoOrder()
    {
        var (session, _) = Emulator.Checkout(Cups with { Means = "sepa_debit" });
        Emulator.Complete(session, isPaid: false);
        Emulator.CompleteLater(session, isPaid: false);
        await AnnounceAsync(await HappenedAsync());
        await using var database = Open();
        Assert.Equal(0, await database.Orders.CountAsync());
    }

    [Fact]
    public async Task Completed_Subscription_MakesNoOrder()
    {
        var (session, _) = Emulator.Checkout(Cups with { Mode = "subscription" });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        await using var database = Open();
        Assert.Equal(0, await database.Orders.CountAsync());
    }

    // A coupon over all of it: Stripe asks for no payment, and there is an order all the same.
    [Fact]
    public async Task Completed_WithNothingLeftToPay_MakesOneOrderThatNothingGoesBackOf()
    {
        var (session, _) = Emulator.Checkout(Cups with { Lines = [new SessionLine("Cup", 2, 1200, Discount: 2400)], Shipping = 0, ShippingTax = 0 });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        var order = await OrderAsync();
        Assert.Equal(("S-77", 2400L), (order.Number, order.Lines[0].Discount));
        var payment = Assert.Single(order.Payments);
        Assert.Equal((session, "none", 0L), (payment.Reference, payment.Means, payment.Captured));
        await DeliverAsync(order.Id, 2);
        await using var visit = new Visit(Open(), Clock);
        var opened = (await visit.Cases.FindAsync(await visit.OpenedAsync("S-77", new Asked("L1"))))!;
        Assert.Equal((MoneyState.None, 0), (opened.Case.Money, opened.Refunds.Count));
    }

    [Fact]
    public async Task Completed_PaidButUnreadable_IsAWarning()
    {
        var (session, _) = Emulator.Checkout(new SessionPlan { Currency = "xxx", Lines = [new SessionLine("Cup", 1, 1200)] });
        Emulator.Complete(session);
        var log = new CapturedLogs();
        using var logging = new LoggerFactory([log]);
        await using var database = Open();
        await new CheckoutOrders(Client, database, new Visit(database, Clock).Content, Clock, logging.CreateLogger<CheckoutOrders>()).TakeAsync(session);
        Assert.Contains(log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains($"Session {session} makes no order: its currency xxx is unknown here.", StringComparison.Ordinal));
    }

    // Both may come before the order does: it is read anew once the payment is known.
    [Fact]
    public async Task Completed_AfterRefundAndDispute_KnowsOfThem()
    {
        var (session, intent) = Emulator.Checkout(Cups);
        Emulator.Complete(session);
        Emulator.RefundInDashboard(intent, 1000);
        Emulator.Dispute(intent);
        var happened = await HappenedAsync();
        await AnnounceAsync(happened.Where(said => !said.Type.StartsWith("checkout.", StringComparison.Ordinal)));
        await AnnounceAsync(happened);
        var payment = Assert.Single((await OrderAsync()).Payments);
        Assert.NotNull(payment.DisputedAt);
        await using var database = Open();
        Assert.Equal(1000, (await database.Refunds.SingleAsync()).Amount);
    }

    [Fact]
    public async Task Completed_TaxOnTop_KeepsItApart()
    {
        var (session, _) = Emulator.Checkout(Cups with { TaxIncluded = false });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        var order = await OrderAsync();
        Assert.Equal((false, 490L, 78L), (order.TaxIncluded, order.Shipping, order.ShippingTax));
        Assert.Equal([(1200L, 100L, 559L), (500L, 0L, 80L)], order.Lines.OrderBy(line => line.Position).Select(line => (line.UnitPrice, line.Discount, line.Tax)));
    }

    // Rounding loses cents over several partial returns elsewhere (woocommerce 64668): what the lines and delivery say is what was paid.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Completed_AnyOrder_SumsToWhatWasPaid(bool isTaxIncluded)
    {
        var (session, _) = Emulator.Checkout(Cups with { TaxIncluded = isTaxIncluded, Lines = [new SessionLine("Cup", 7, 333, Discount: 5, Tax: 101), new SessionLine("Plate", 2, 1999, Tax: 3)] });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        var order = await OrderAsync();
        var lines = order.Lines.Sum(line => (line.UnitPrice * line.Quantity) - line.Discount + (order.TaxIncluded ? 0 : line.Tax));
        Assert.Equal(order.Payments[0].Captured, lines + order.Shipping + order.ShippingTax);
    }

    [Theory]
    [InlineData("isk", 180_000, "ISK", 1800, 1)]
    [InlineData("kwd", 12_340, "KWD", 12_340, 10)]
    [InlineData("mga", 500, "MGA", 50_000, 100)]
    [InlineData("jpy", 1800, "JPY", 1800, 1)]
    public async Task Completed_Currency_IsCountedInItsOwnMinorUnits(string stripe, long unitAmount, string currency, long price, int step)
    {
        var (session, _) = Emulator.Checkout(new SessionPlan { Currency = stripe, Lines = [new SessionLine("Cup", 2, unitAmount)] });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        var order = await OrderAsync();
        Assert.Equal((currency, price, 2 * price, step), (order.Currency, order.Lines[0].UnitPrice, order.Payments[0].Captured, order.Payments[0].Step));
    }

    [Fact]
    public async Task Completed_ManyLines_AreAllListed()
    {
        var (session, _) = Emulator.Checkout(new SessionPlan { Lines = [.. Enumerable.Range(1, 130).Select(index => new SessionLine($"Cup {index}", 1, 100))] });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        Assert.Equal(Enumerable.Range(1, 130).Select(index => $"Cup {index}"), (await OrderAsync()).Lines.OrderBy(line => line.Position).Select(line => line.Title));
    }

    [Theory]
    [InlineData("#s-77", "ref-1", "S-77")]
    [InlineData(null, "ref-1", "REF-1")]
    [InlineData("  ", "ref-1", "REF-1")]
    public async Task Number_IsWhatTheShopCallsIt(string? metadata, string? client, string expected)
    {
        var (session, _) = Emulator.Checkout(Cups with { ClientReference = client, Metadata = metadata is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["order_number"] = metadata } });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        Assert.Equal(expected, (await OrderAsync()).Number);
    }

    [Fact]
    public async Task Number_WithoutAny_IsTheEndOfTheSessionsName()
    {
        var (session, _) = Emulator.Checkout(Cups with { Metadata = new Dictionary<string, string>() });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        Assert.Equal(session[^12..].ToUpperInvariant(), (await OrderAsync()).Number);
    }

    // Some shops put the customer's name there: a second purchase must not vanish into the first.
    [Fact]
    public async Task Number_TakenByAnotherOrder_IsTheNextOne()
    {
        foreach (var _ in new[] { 1, 2 })
        {
            Emulator.Complete(Emulator.Checkout(Cups with { ClientReference = "customer-7", Metadata = new Dictionary<string, string>() }).Session);
        }

        await AnnounceAsync(await HappenedAsync());
        await using var database = Open();
        var numbers = await database.Orders.OrderBy(order => order.Id).Select(order => order.Number).ToListAsync();
        Assert.Equal(2, numbers.Count);
        Assert.Equal("CUSTOMER-7", numbers[0]);
        Assert.Equal(12, numbers[1].Length);
    }

    [Theory]
    [InlineData("AT", "DE", "AT", "de")]
    [InlineData(null, "GB", "GB", "en")]
    [InlineData(null, null, null, "en")]
    public async Task Market_IsWhereItIsDelivered(string? shipping, string? billing, string? expected, string locale)
    {
        var (session, _) = Emulator.Checkout(Cups with { ShippingCountry = shipping, BillingCountry = billing, Locale = "auto" });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        var order = await OrderAsync();
        Assert.Equal(locale, order.Locale);
        if (expected is not null)
        {
            Assert.Equal(expected, order.Market);
        }
    }

    [Fact]
    public async Task Order_OfABusiness_IsNotAConsumers()
    {
        var (session, _) = Emulator.Checkout(Cups with { Metadata = new Dictionary<string, string> { ["buyer"] = "business" } });
        Emulator.Complete(session);
        await AnnounceAsync(await HappenedAsync());
        Assert.False((await OrderAsync()).IsConsumer);
    }

    // From the purchase to the money back, with nothing but Stripe.
    [Fact]
    public async Task Order_FromCheckout_CanBeRefunded()
    {
        Emulator.Complete(Emulator.Checkout(Cups).Session);
        await AnnounceAsync(await HappenedAsync());
        await DeliverAsync((await OrderAsync()).Id, 3);

        await using (var visit = new Visit(Open(), Clock))
        {
            await visit.OpenedAsync("S-77", new Asked("L1"));
        }

        await WorkAsync();
        // A cup at 12.00 less its share of the discount of 1.00 on three, of which the first bears the odd cent.
        Assert.Equal(1166, Assert.Single(Emulator.Report().Refunds).Amount);
    }

    private async Task DeliverAsync(Guid orderId, int quantity)
    {
        await using var database = Open();
        database.Add(new Parcel
        {
            OrderId = orderId, Number = 1, ShippedAt = Now - Duration.FromDays(3), DeliveredAt = Now - Duration.FromDays(1), Items = [new ParcelItem { LineId = "L1", Quantity = quantity }],
        });
        await database.SaveChangesAsync();
    }

    private async Task<Order> OrderAsync()
    {
        await using var database = Open();
        return await database.Orders.Include(order => order.Lines).Include(order => order.Payments).SingleAsync();
    }
}
