using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Returns;
using Portal.StripeEmulator;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;

namespace Portal.Web.Tests.Payments.Stripe;

/// <summary>The provider against the emulator over real HTTP, for every fault.</summary>
public sealed class StripeProviderTests : IAsyncLifetime
{
    private static readonly LocalDate TenBusinessDaysOn = new(2026, 12, 2);

    private EmulatorServer _server = null!;
    private StripeProvider _provider = null!;

    private Emulator Emulator => _server.Emulator;

    public async ValueTask InitializeAsync()
    {
        _server = await EmulatorServer.StartAsync(new EmulatorOptions { Clock = new FakeTimeProvider(PortalFactory.Start) });
        _provider = Provider("sk_test_1");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static TheoryData<CallFault, ProviderAnswer, int, ProviderAnswer?> Faults => new()
    {
        // The fault; what is said at first; how many refunds exist then; what the same key says after that (null: that it is done).
        { CallFault.TimeoutBefore, new ProviderAnswer.Unknown(), 0, null },
        { CallFault.TimeoutAfter, new ProviderAnswer.Unknown(), 1, null },
        { CallFault.TimeoutLate, new ProviderAnswer.Unknown(), 0, new ProviderAnswer.Unknown() },
        { CallFault.ResetBefore, new ProviderAnswer.Unknown(), 0, null },
        { CallFault.ResetAfter, new ProviderAnswer.Unknown(), 1, null },
        { CallFault.Conflict, new ProviderAnswer.Later(RefundFault.Busy), 0, null },
        { CallFault.RateLimit, new ProviderAnswer.Later(RefundFault.Busy), 0, null },
        { CallFault.Unavailable, new ProviderAnswer.Unknown(), 0, null },
        { CallFault.ErrorBefore, new ProviderAnswer.Unknown(), 0, new ProviderAnswer.Unknown(IsKeySpent: true) },
        { CallFault.ErrorAfter, new ProviderAnswer.Unknown(), 1, new ProviderAnswer.Unknown(IsKeySpent: true) },
        { CallFault.BalanceInsufficient, new ProviderAnswer.Later(RefundFault.InsufficientBalance, IsKeySpent: true), 0, new ProviderAnswer.Later(RefundFault.InsufficientBalance, IsKeySpent: true) },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Refund_Fault_IsTranslatedAndNothingIsMadeTwice(CallFault fault, ProviderAnswer first, int refunds, ProviderAnswer? second)
    {
        var order = Order(Emulator.Pay(1000, "eur").Intent, 300);
        Emulator.Plan(new PlannedCall(fault));
        Assert.Equal(first, await _provider.RefundAsync(order, default));
        Assert.Equal(refunds, Emulator.Report().Refunds.Count);
        var again = await _provider.RefundAsync(order, default);
        if (second is not null)
        {
            Assert.Equal(second, again);
        }
        else
        {
            Assert.Equal(Assert.Single(Emulator.Report().Refunds).Id, Assert.IsType<ProviderAnswer.Succeeded>(again).Reference);
        }
    }

    // Whatever was answered: a look tells whether it happened.
    [Theory]
    [InlineData(CallFault.TimeoutBefore, false)]
    [InlineData(CallFault.TimeoutAfter, true)]
    [InlineData(CallFault.ResetBefore, false)]
    [InlineData(CallFault.ResetAfter, true)]
    [InlineData(CallFault.ErrorBefore, false)]
    [InlineData(CallFault.ErrorAfter, true)]
    public async Task Find_AfterALostAnswer_SaysWhetherItHappened(CallFault fault, bool isThere)
    {
        var order = Order(Emulator.Pay(1000, "eur").Intent, 300);
        Emulator.Plan(new PlannedCall(fault));
        await _provider.RefundAsync(order, default);
        Assert.Equal(isThere, await _provider.FindAsync(order, default) is ProviderAnswer.Succeeded);
    }

    [Theory]
    [InlineData(RefundFate.Succeed, null, "Succeeded", "Succeeded")]
    [InlineData(RefundFate.PendThenSucceed, null, "Pending", "Succeeded")]
    [InlineData(RefundFate.PendThenFail, "lost_or_stolen_card", "Pending", "Failed CardGone")]
    [InlineData(RefundFate.PendThenFail, "expired_or_canceled_card", "Pending", "Failed CardGone")]
    [InlineData(RefundFate.PendThenFail, "declined", "Pending", "Failed Declined")]
    [InlineData(RefundFate.PendThenFail, "unknown", "Pending", "Failed Declined")]
    [InlineData(RefundFate.SucceedThenFail, "declined", "Succeeded", "Failed Declined")]
    [InlineData(RefundFate.RequireActionThenSucceed, null, "RequiresAction", "Succeeded")]
    [InlineData(RefundFate.RequireActionThenFail, "unknown", "RequiresAction", "Failed Declined")]
    [InlineData(RefundFate.ShortThenSucceed, null, "Pending", "Succeeded")]
    [InlineData(RefundFate.PendThenCancel, null, "Pending", "Canceled")]
    [InlineData(RefundFate.FailAtOnce, "declined", "Failed Declined", "Failed Declined")]
    public async Task Refund_Fate_IsToldNowAndLater(RefundFate fate, string? reason, string now, string later)
    {
        static string Word(ProviderAnswer answer) => answer is ProviderAnswer.Failed failed ? $"Failed {failed.Fault}" : answer.GetType().Name;

        var order = Order(Emulator.Pay(1000, "eur").Intent, 300);
        Emulator.Plan(new PlannedCall(Fate: fate, FailureReason: reason));
        Assert.Equal(now, Word(await _provider.RefundAsync(order, default)));
        Emulator.Settle();
        Assert.Equal(later, Word(await _provider.FindAsync(order, default)));
        Assert.Equal(later, Word(await _provider.FindAsync(order with { Reference = Emulator.Report().Refunds[0].Id }, default)));
    }

    [Fact]
    public async Task Refund_Succeeded_SaysWhenTheBankShowsItAndUnderWhichReference()
    {
        var order = Order(Emulator.Pay(1000, "eur").Intent, 300);
        var made = Assert.IsType<ProviderAnswer.Succeeded>(await _provider.RefundAsync(order, default));
        Assert.Equal((TenBusinessDaysOn, null), (made.ArrivesBy, made.BankReference));
        Emulator.Settle();
        var report = Assert.Single(Emulator.Report().Refunds);
        Assert.Equal(new ProviderAnswer.Succeeded(report.Id, TenBusinessDaysOn, report.BankReference), await _provider.FindAsync(order with { Reference = made.Reference }, default));
        Assert.NotNull(report.BankReference);
    }

    [Fact]
    public async Task Refund_IntentOrCharge_NamesOurRow()
    {
        var payment = Emulator.Pay(1000, "eur");
        var (ofIntent, ofCharge) = (Order(payment.Intent, 300), Order(payment.Charge!, 200));
        await _provider.RefundAsync(ofIntent, default);
        await _provider.RefundAsync(ofCharge, default);
        Assert.Equal(
            [(300L, ofIntent.Id.ToString("N")), (200L, ofCharge.Id.ToString("N"))],
            Emulator.Report().Refunds.Select(refund => (refund.Amount, refund.Metadata["portal_refund"])));
        Assert.IsType<ProviderAnswer.Succeeded>(await _provider.FindAsync(ofCharge, default));
        Assert.Equal(new ProviderAnswer.NotFound(), await _provider.FindAsync(Order(payment.Charge!, 200), default));
    }

    [Theory]
    [InlineData("ISK", 1800, 180_000)]
    [InlineData("JPY", 1800, 1800)]
    [InlineData("KWD", 1230, 1230)]
    [InlineData("MGA", 50_000, 500)]
    public async Task Refund_Currency_IsCountedAsStripeDoes(string currency, long minor, long stripe)
    {
        await _provider.RefundAsync(Order(Emulator.Pay(1_000_000, currency).Intent, minor, currency), default);
        Assert.Equal(stripe, Assert.Single(Emulator.Report().Refunds).Amount);
    }

    [Fact]
    public async Task Refund_AmountThatStripeCannotPay_IsNotAskedFor()
    {
        Assert.Equal(new ProviderAnswer.Failed(RefundFault.Other), await _provider.RefundAsync(Order(Emulator.Pay(10_000, "kwd").Intent, 1231, "KWD"), default));
        Assert.Equal(0, Emulator.Report().Calls);
    }

    [Fact]
    public async Task Refund_MoreThanIsLeft_SaysSo()
    {
        var payment = Emulator.Pay(1000, "eur");
        Emulator.RefundInDashboard(payment.Intent, 800);
        Assert.Equal(new ProviderAnswer.Failed(RefundFault.NothingLeft), await _provider.RefundAsync(Order(payment.Intent, 300), default));
        Emulator.RefundInDashboard(payment.Intent);
        Assert.Equal(new ProviderAnswer.Failed(RefundFault.NothingLeft), await _provider.RefundAsync(Order(payment.Intent, 300), default));
    }

    [Fact]
    public async Task Refund_DisputedPayment_SaysSoUnlessItIsOnlyAskedAbout()
    {
        var (disputed, asked) = (Emulator.Pay(1000, "eur"), Emulator.Pay(1000, "eur"));
        Emulator.Dispute(disputed.Charge!);
        Emulator.Dispute(asked.Charge!, isRefundable: true);
        Assert.Equal(new ProviderAnswer.Failed(RefundFault.Disputed), await _provider.RefundAsync(Order(disputed.Intent, 300), default));
        Assert.IsType<ProviderAnswer.Succeeded>(await _provider.RefundAsync(Order(asked.Intent, 300), default));
    }

    [Theory]
    [InlineData("pi_nobody")]
    [InlineData("ch_nobody")]
    public async Task Refund_UnknownPayment_SaysSo(string payment)
    {
        Assert.Equal(new ProviderAnswer.Failed(RefundFault.UnknownPayment), await _provider.RefundAsync(Order(payment, 300), default));
        Assert.Equal(new ProviderAnswer.NotFound(), await _provider.FindAsync(Order(payment, 300), default));
    }

    [Fact]
    public async Task Refund_PaymentThatNobodyMade_IsUnknown() => Assert.Equal(
        new ProviderAnswer.Failed(RefundFault.UnknownPayment),
        await _provider.RefundAsync(Order(Emulator.Pay(1000, "eur", isPaid: false).Intent, 300), default));

    [Fact]
    public async Task Refund_WrongKey_WaitsForASetUp()
    {
        var order = Order(Emulator.Pay(1000, "eur").Intent, 300);
        Assert.Equal(new ProviderAnswer.Later(RefundFault.Misconfigured), await Provider("sk_live_1").RefundAsync(order, default));
        Assert.Equal(new ProviderAnswer.Later(RefundFault.Misconfigured), await Provider("sk_live_1").FindAsync(order, default));
    }

    [Fact]
    public async Task Refund_NobodyListens_IsUnknown()
    {
        var gone = await EmulatorServer.StartAsync(new EmulatorOptions());
        await gone.DisposeAsync();
        var provider = new StripeProvider(new StripeSettings("sk_test_1", null, gone.ApiBase).Client(), NullLogger<StripeProvider>.Instance);
        Assert.Equal(new ProviderAnswer.Unknown(), await provider.RefundAsync(Order("pi_1", 300), default));
        Assert.Equal(new ProviderAnswer.Unknown(), await provider.FindAsync(Order("pi_1", 300), default));
    }

    [Fact]
    public async Task Find_ByOurNameAmongMany_LooksAtEveryPage()
    {
        var payment = Emulator.Pay(1000, "eur");
        var order = Order(payment.Intent, 300);
        await _provider.RefundAsync(order, default);
        for (var index = 0; index < 120; index++)
        {
            Emulator.RefundInDashboard(payment.Intent, 1);
        }

        Assert.Equal(Emulator.Report().Refunds[0].Id, Assert.IsType<ProviderAnswer.Succeeded>(await _provider.FindAsync(order, default)).Reference);
    }

    [Fact]
    public async Task Find_ByAReferenceThatStripeDoesNotKnow_IsNotFound() =>
        Assert.Equal(new ProviderAnswer.NotFound(), await _provider.FindAsync(Order("pi_1", 300) with { Reference = "re_nobody" }, default));

    // What keeps us from looking says nothing about the refund: neither that it failed nor that it is absent.
    [Theory]
    [InlineData(CallFault.TimeoutBefore)]
    [InlineData(CallFault.ResetBefore)]
    [InlineData(CallFault.RateLimit)]
    [InlineData(CallFault.Conflict)]
    [InlineData(CallFault.ErrorBefore)]
    [InlineData(CallFault.Unavailable)]
    public async Task Find_Fault_IsNoAnswer(CallFault fault)
    {
        var order = Order(Emulator.Pay(1000, "eur").Intent, 300);
        await _provider.RefundAsync(order, default);
        Emulator.Plan(new PlannedCall(fault, On: "GET /v1/refunds"), new PlannedCall(fault, On: "GET /v1/refunds"));
        Assert.True(await _provider.FindAsync(order, default) is ProviderAnswer.Later or ProviderAnswer.Unknown { IsKeySpent: false });
        Assert.True(await _provider.FindAsync(order with { Reference = "re_1" }, default) is ProviderAnswer.Later or ProviderAnswer.Unknown { IsKeySpent: false });
    }

    private StripeProvider Provider(string key) => new(new StripeSettings(key, null, _server.ApiBase).Client(new Impatience(Emulator)), NullLogger<StripeProvider>.Instance);

    private static RefundOrder Order(string payment, long minor, string currency = "EUR")
    {
        var id = Guid.CreateVersion7();
        return new RefundOrder(id, id.ToString("N"), payment, new Money(minor, Currency.Of(currency)), Instant.FromDateTimeOffset(PortalFactory.Start), null);
    }
}
