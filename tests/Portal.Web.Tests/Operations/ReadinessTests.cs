using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Payments;
using Portal.Web.Payments.Stripe;

namespace Portal.Web.Tests.Operations;

/// <summary>Every test begins with an empty desk.</summary>
public sealed class ReadinessTests(PortalFactory site) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly PortalFactory _site = site;

    public async ValueTask InitializeAsync()
    {
        await RunAsync("""DELETE FROM "Refunds" """);
        await RunAsync("""DELETE FROM "Cases" """);
        await RunAsync("""DELETE FROM "Withdrawals" """);
        _site.Clock.Advance(Fresh);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Ready_NothingWrong_IsOkWithoutReasons() => Assert.Equal((HttpStatusCode.OK, "ok", ""), await ReadAsync());

    [Fact]
    public async Task Ready_DatabaseThatCannotBeWritten_IsUnhealthyUntilItCan()
    {
        await RunAsync("""ALTER TABLE "Jobs" RENAME TO "JobsGone" """);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unhealthy", "The database cannot be written."), await ReadAsync());
        Assert.Equal("ok", await _site.Client().GetStringAsync("/healthz"));
        await RunAsync("""ALTER TABLE "JobsGone" RENAME TO "Jobs" """);
        _site.Clock.Advance(Fresh);
        Assert.Equal((HttpStatusCode.OK, "ok", ""), await ReadAsync());
    }

    [Fact]
    public async Task Ready_AskedOften_AsksTheDatabaseOnceInAWhile()
    {
        var client = _site.Client();
        await client.GetAsync("/readyz");
        _site.Sent.Take();
        await client.GetAsync("/readyz");
        Assert.Empty(_site.Sent.Take());
        _site.Clock.Advance(Fresh);
        await client.GetAsync("/readyz");
        Assert.NotEmpty(_site.Sent.Take());
    }

    [Fact]
    public async Task Ready_RefundThatHasWaitedTooLong_IsDegradedAndSaysSinceWhen()
    {
        await StoreRefundAsync("Demo", Duration.FromMinutes(61));
        Assert.Equal((HttpStatusCode.OK, "degraded", $"There are refunds that have been waiting since {InstantPattern.General.Format(Instant.FromDateTimeOffset(_site.Clock.GetUtcNow()) - Duration.FromMinutes(61))}."), await ReadAsync());
    }

    [Theory]
    [InlineData(61, false, true)]
    [InlineData(59, false, false)]
    [InlineData(61, true, false)]
    public async Task Ready_StripeEventThatIsPutOffForTooLong_IsDegraded(int minutes, bool isApplied, bool isDegraded)
    {
        var now = Instant.FromDateTimeOffset(_site.Clock.GetUtcNow());
        var since = now - Duration.FromMinutes(minutes);
        await RunAsync("""DELETE FROM "StripeEvents" """);
        await _site.In(services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            database.StripeEvents.Add(new StripeEvent { Id = "evt_1", Type = "refund.updated", ObjectId = "re_1", ReceivedAt = since, NextAt = now + Duration.FromMinutes(30), AppliedAt = isApplied ? now : null, Attempts = 9 });
            return database.SaveChangesAsync();
        });
        var expected = isDegraded ? (HttpStatusCode.OK, "degraded", $"There are Stripe events that have been waiting since {InstantPattern.General.Format(since)}.") : (HttpStatusCode.OK, "ok", "");
        Assert.Equal(expected, await ReadAsync());
        await RunAsync("""DELETE FROM "StripeEvents" """);
    }

    [Fact]
    public async Task Ready_RefundsOnHoldAfterARestore_IsDegradedUntilTheyAreReconciled()
    {
        await _site.In(async services =>
        {
            await services.GetRequiredService<RefundHolds>().HoldAsync();
            return true;
        });
        var (status, says, reasons) = await ReadAsync();
        Assert.Equal((HttpStatusCode.OK, "degraded", true), (status, says, reasons.Contains("'refunds reconcile'", StringComparison.Ordinal)));
        await _site.In(services => services.GetRequiredService<RefundHolds>().LiftAsync());
        _site.Clock.Advance(Fresh);
        Assert.Equal((HttpStatusCode.OK, "ok", ""), await ReadAsync());
    }

    [Theory]
    [InlineData("Demo", 59)]
    [InlineData(ManualProvider.Called, 600)]
    public async Task Ready_RefundThatMayStillWait_IsOk(string provider, int minutes)
    {
        await StoreRefundAsync(provider, Duration.FromMinutes(minutes));
        Assert.Equal((HttpStatusCode.OK, "ok", ""), await ReadAsync());
    }

    [Fact]
    public async Task Ready_WithdrawalNearItsLegalDay_IsDegradedUntilSomebodyHasSeenToIt()
    {
        var id = Guid.NewGuid();
        var day = Instant.FromDateTimeOffset(_site.Clock.GetUtcNow()).InUtc().Date.PlusDays(LegalClock.WarningDays);
        await _site.In(services =>
        {
            var database = services.GetRequiredService<PortalDbContext>();
            database.Withdrawals.Add(new Withdrawal { Id = id, Name = "Ada", Contract = "P-1001", Email = "ada@example.com", Locale = "en", RefundDueOn = day });
            return database.SaveChangesAsync();
        });
        Assert.Equal((HttpStatusCode.OK, "degraded", $"Withdrawals that wait for the shop: 1. The law wants the refund of the first by {LocalDatePattern.Iso.Format(day)}: 'withdrawals list'."), await ReadAsync());
        await _site.In(services => services.GetRequiredService<WithdrawalDesk>().HandleAsync(id));
        _site.Clock.Advance(Fresh);
        Assert.Equal((HttpStatusCode.OK, "ok", ""), await ReadAsync());
    }

    private Task<int> StoreRefundAsync(string provider, Duration age) => _site.In(async services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var now = Instant.FromDateTimeOffset(_site.Clock.GetUtcNow());
        var order = await database.Orders.Include(row => row.Payments).SingleAsync(row => row.Number == "P-1001");
        var opened = new ReturnCase { Rma = "R-0000-0001", OrderId = order.Id, Locale = "en", OpenedAt = now };
        database.Cases.Add(opened);
        database.Refunds.Add(new Refund
        {
            CaseId = opened.Id, OrderId = order.Id, PaymentId = order.Payments[0].Id, Provider = provider, Amount = 1, State = RefundState.Planned, CreatedAt = now - age, NextAt = now + Duration.FromDays(1),
        });
        return await database.SaveChangesAsync();
    });

    private Task<int> RunAsync(string command) => _site.In(services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlRawAsync(command));

    private async Task<(HttpStatusCode Status, string Says, string Reasons)> ReadAsync()
    {
        var answer = await _site.Client().GetAsync("/readyz");
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (answer.StatusCode, said.GetProperty("status").GetString()!, string.Join('|', said.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString())));
    }
}
