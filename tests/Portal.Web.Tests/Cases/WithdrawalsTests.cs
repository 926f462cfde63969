using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Text;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Notifications;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Cases;

public abstract class WithdrawalsTests : DatabaseTest
{
    private static readonly WithdrawalStatement Statement = new("Ada Fischer", "p 1001", "ADA.Fischer@example.com");

    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);

    [Fact]
    public async Task Store_Statement_IsKeptWithDateTimeAndItsOrder()
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync("P-1001");
        var id = Guid.NewGuid();
        await Of(visit.Database).StoreAsync(id, Statement with { Contract = "#p-1001" });
        await using var fresh = Open();
        var stored = (await Of(fresh).FindAsync(id))!;
        Assert.Equal(("Ada Fischer", "#p-1001", "ADA.Fischer@example.com"), (stored.Name, stored.Contract, stored.Email));
        Assert.Equal(Instant.FromDateTimeOffset(PortalFactory.Start), stored.ReceivedAt);
        Assert.Equal((await fresh.Orders.SingleAsync()).Id, stored.OrderId);
    }

    [Theory]
    [InlineData("P-1001", "someone.else@example.com")]
    [InlineData("P-9999", "ada.fischer@example.com")]
    [InlineData("the two green mugs I bought last week", "ada.fischer@example.com")]
    public async Task Store_NumberAndEmailThatFitNoOrder_IsKeptAllTheSame(string contract, string email)
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync("P-1001");
        Assert.Null((await Of(visit.Database).StoreAsync(Guid.NewGuid(), new("Ada", contract, email))).OrderId);
        Assert.Equal(1, await visit.Database.Withdrawals.CountAsync());
    }

    // Declared on 18 November 2026.
    [Theory]
    [InlineData("P-1001", "ada.fischer@example.com", "2026-12-02")]
    [InlineData("P-1011", "studio.marlow@example.org", null)]
    [InlineData("the two green mugs", "ada.fischer@example.com", "2026-12-02")]
    public async Task Store_Statement_KnowsTheLastLegalDayOfItsRefund(string contract, string email, string? day)
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync("P-1001", "P-1011");
        Assert.Equal(day, (await visit.Withdrawals.StoreAsync(Guid.NewGuid(), new("Ada", contract, email))).RefundDueOn is { } due ? LocalDatePattern.Iso.Format(due) : null);
    }

    [Fact]
    public async Task Desk_ListsWhatWaitsUntilItIsHandledOnce()
    {
        await using var visit = new Visit(Open(), _clock);
        await visit.StoreAsync("P-1001");
        var (named, inWords) = (Guid.NewGuid(), Guid.NewGuid());
        await visit.Withdrawals.StoreAsync(named, Statement with { Contract = "#p-1001" });
        _clock.Advance(TimeSpan.FromMinutes(5));
        await visit.Withdrawals.StoreAsync(inWords, Statement with { Contract = "the green mugs" });
        var desk = new WithdrawalDesk(visit.Database, _clock);
        Assert.Equal([(named, "P-1001"), (inWords, null)], (await desk.ListAsync(isAll: false)).Select(listed => (listed.Withdrawal.Id, listed.OrderNumber)));

        Assert.True(await desk.HandleAsync(named));
        var at = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await desk.HandleAsync(named));
        Assert.False(await desk.HandleAsync(Guid.NewGuid()));
        Assert.Equal([inWords], (await desk.ListAsync(isAll: false)).Select(listed => listed.Withdrawal.Id));
        Assert.Equal(Instant.FromDateTimeOffset(at), (await desk.ListAsync(isAll: true))[0].Withdrawal.HandledAt);
    }

    [Fact]
    public async Task Store_SameIdLater_KeepsTheFirst()
    {
        await using var database = Open();
        var id = Guid.NewGuid();
        await Of(database).StoreAsync(id, Statement);
        _clock.Advance(TimeSpan.FromMinutes(5));
        var again = await Of(database).StoreAsync(id, Statement with { Name = "Somebody else" });
        Assert.Equal((Instant.FromDateTimeOffset(PortalFactory.Start), "Ada Fischer"), (again.ReceivedAt, again.Name));
        Assert.Equal(1, await database.Withdrawals.CountAsync());
    }

    [Fact]
    public async Task Store_SameIdTwentyTimesAtOnce_StoresOne()
    {
        var id = Guid.NewGuid();
        var stored = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            await using var database = Open();
            return await Of(database).StoreAsync(id, Statement);
        })));
        Assert.All(stored, withdrawal => Assert.Equal(id, withdrawal.Id));
        await using var fresh = Open();
        Assert.Equal(1, await fresh.Withdrawals.CountAsync());
    }

    [Fact]
    public async Task Store_Statement_AddsTheMailThatAcknowledgesItOnce()
    {
        await using var database = Open();
        var id = Guid.NewGuid();
        await Of(database).StoreAsync(id, Statement);
        await Of(database).StoreAsync(id, Statement);
        var mail = await database.Mails.SingleAsync();
        Assert.Equal((MailKind.WithdrawalAcknowledged, id, MailState.Waiting), (mail.Kind, mail.SubjectId, mail.State));
    }

    [Fact]
    public async Task Store_AnyCharacters_AreStored()
    {
        await using var database = Open();
        Assert.NotNull(await Of(database).StoreAsync(Guid.NewGuid(), new("A\0da", "P\0-1001 😀", "a\0da@example.com")));
    }

    private Withdrawals Of(PortalDbContext database) => new Visit(database, _clock).Withdrawals;
}
