using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Portal.Web.Cases;
using Portal.Web.Notifications;
using Portal.Web.Notifications.Transport;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Notifications;

public abstract class MailExecutorTests : DatabaseTest
{
    private const string Ada = "ada.fischer@example.com";

    private static readonly TimeSpan LeaseEnds = MailPatience.Lease.ToTimeSpan() + TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);
    private readonly ScriptedTransport _transport = new();

    private Instant Now => Instant.FromDateTimeOffset(_clock.GetUtcNow());

    [Fact]
    public async Task Send_WaitingMail_IsHandedOverOnceUnderTheRowsId()
    {
        await DeclareAsync();
        await using var room = Room();
        Assert.Equal(1, await room.SendAllAsync());
        var mail = await SingleAsync();
        Assert.Equal((MailState.Sent, Now, 1), (mail.State, mail.SentAt, mail.Attempts));
        Assert.Equal($"{mail.Id:N}@help.example.com", Assert.Single(_transport.Handed).MessageId);
        _clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await room.SendAllAsync());
    }

    [Fact]
    public async Task Send_NothingWaiting_DoesNothing()
    {
        await using var room = Room();
        Assert.False(await room.SendNextAsync());
    }

    [Fact]
    public async Task Send_ServerThatCannotNow_IsTriedAgainLaterUnderTheSameMessageId()
    {
        await DeclareAsync();
        await using var room = Room();
        _transport.Answer = _ => new MailAnswer.Later("busy");
        Assert.Equal(1, await room.SendAllAsync());
        var waiting = await SingleAsync();
        Assert.Equal((MailState.Waiting, null), (waiting.State, waiting.LeaseUntil));
        Assert.InRange(waiting.NextAt - Now, Duration.FromSeconds(24), Duration.FromSeconds(36));
        _transport.Answer = _ => new MailAnswer.Accepted();
        _clock.Advance((waiting.NextAt - Now).ToTimeSpan());
        Assert.Equal(1, await room.SendAllAsync());
        Assert.Equal((MailState.Sent, 2), ((await SingleAsync()).State, (await SingleAsync()).Attempts));
        Assert.Single(_transport.Handed.Select(message => message.MessageId).Distinct());
    }

    [Fact]
    public async Task Send_ServerThatCannotForDays_CallsAPersonOnceAndSendsWhenItCanAgain()
    {
        await DeclareAsync();
        await using var room = Room();
        _transport.Answer = _ => new MailAnswer.Later("busy");
        var started = Now;
        while (Now - started < Duration.FromDays(5))
        {
            _clock.Advance(((await SingleAsync()).NextAt - Now).ToTimeSpan());
            Assert.Equal(1, await room.SendAllAsync());
        }

        _transport.Answer = _ => new MailAnswer.Accepted();
        _clock.Advance(((await SingleAsync()).NextAt - Now).ToTimeSpan());
        Assert.Equal(1, await room.SendAllAsync());
        Assert.Equal(MailState.Sent, (await SingleAsync()).State);
        Assert.Single(room.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("a person has to look", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_RecipientThatIsRefusedForGood_IsNotTriedAgain()
    {
        await DeclareAsync();
        await using var room = Room();
        _transport.Answer = _ => new MailAnswer.Rejected("RecipientNotAccepted-550");
        await room.SendAllAsync();
        _clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await room.SendAllAsync());
        Assert.Equal(MailState.Rejected, (await SingleAsync()).State);
    }

    [Fact]
    public async Task Send_MailThatAnotherNodeHolds_IsLeftAloneUntilItsLeaseEnds()
    {
        await DeclareAsync();
        await using (var database = Open())
        {
            await database.Mails.ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeaseUntil, Now + MailPatience.Lease));
        }

        await using var room = Room();
        Assert.False(await room.SendNextAsync());
        _clock.Advance(LeaseEnds);
        Assert.True(await room.SendNextAsync());
        Assert.Single(_transport.Handed);
    }

    [Fact]
    public async Task Send_FourNodesAtOnce_SendEveryMailOnce()
    {
        const int Mails = 24;
        await Task.WhenAll(Enumerable.Range(0, Mails).Select(_ => DeclareAsync()));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var room = Room();
            while (await WaitingAsync() > 0)
            {
                await room.SendNextAsync();
            }
        })));
        Assert.Equal(Mails, _transport.Handed.Count);
        Assert.Equal(Mails, _transport.Handed.Select(message => message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Send_MailThatCannotBeWritten_StopsNoOtherAndIsNotLost()
    {
        await using (var visit = new Visit(Open(), _clock))
        {
            await visit.StoreAsync("P-1003");
            var order = (await visit.Orders.FindAsync("P-1003"))!;
            await visit.Opener.AskAgainAsync(order, visit.Judge.Decide(order, "L1", Portal.Returns.Decisions.Reason.ChangedMind), "Please", Guid.NewGuid(), Correspondent.Buyer);
            var refused = await visit.Database.Cases.Include(row => row.Lines).SingleAsync();
            refused.State = Portal.Returns.Cases.CaseState.Refused;
            new Mails(visit.Database, _clock).AddRefused(refused);
            await visit.Database.SaveChangesAsync();
            await visit.Database.Set<CaseLine>().ExecuteUpdateAsync(set => set.SetProperty(line => line.Decision, "{}"));
        }

        await DeclareAsync();
        await using var room = Room();
        Assert.Equal(3, await room.SendAllAsync());
        Assert.Single(_transport.Handed);
        await using var fresh = Open();
        Assert.Equal(MailState.Waiting, (await fresh.Mails.SingleAsync(mail => mail.Kind == MailKind.Refused)).State);
        Assert.Contains(room.Log.Lines, line => line.Contains("could not be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_SubjectThatIsGone_IsDropped()
    {
        await DeclareAsync();
        await using (var database = Open())
        {
            await database.Withdrawals.ExecuteDeleteAsync();
        }

        await using var room = Room();
        await room.SendAllAsync();
        Assert.Equal(MailState.Dropped, (await SingleAsync()).State);
        Assert.Empty(_transport.Handed);
    }

    [Theory]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("x<b@example.com>")]
    [InlineData("a,b@example.com")]
    public async Task Send_AddressThatIsMoreThanOne_GoesToNobody(string typed)
    {
        await DeclareAsync(typed);
        await using var room = Room();
        await room.SendAllAsync();
        Assert.Empty(_transport.Handed);
        Assert.Contains((await SingleAsync()).State, new[] { MailState.Dropped, MailState.Rejected });
    }

    [Fact]
    public async Task OrderLinks_ForAnAddressWithOrders_IsOneMailThatNamesThem()
    {
        await using (var visit = new Visit(Open(), _clock))
        {
            await visit.StoreAsync("P-1001", "P-1002");
            await AskAsync(visit, Ada);
        }

        await using var room = Room();
        Assert.Equal(1, await room.SendAllAsync());
        var message = Assert.Single(_transport.Handed);
        Assert.Equal(Ada, Assert.Single(message.To.Mailboxes).Address);
        Assert.Contains("/en/orders/P-1001?key=", message.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("P-1002", message.TextBody, StringComparison.Ordinal);
        Assert.Equal((MailState.Sent, null), ((await SingleAsync()).State, (await SingleAsync()).To));
    }

    [Fact]
    public async Task OrderLinks_ForAnAddressWithoutOrders_IsDroppedAndItsAddressErased()
    {
        await using (var visit = new Visit(Open(), _clock))
        {
            await visit.StoreAsync("P-1001");
            await AskAsync(visit, "somebody@example.com");
        }

        await using var room = Room();
        await room.SendAllAsync();
        Assert.Empty(_transport.Handed);
        Assert.Equal((MailState.Dropped, null), ((await SingleAsync()).State, (await SingleAsync()).To));
    }

    [Fact]
    public async Task OrderLinks_ForTwentyFiveOrders_NamesTheTwentyNewest()
    {
        await using (var visit = new Visit(Open(), _clock))
        {
            var orders = Portal.Web.Orders.Demo.DemoOrders.Generate(Now, 200).Skip(Portal.Web.Orders.Demo.DemoOrders.Handful.Count).Take(25).ToList();
            orders.ForEach(order => order.Email = Ada);
            visit.Database.Orders.AddRange(orders);
            await visit.Database.SaveChangesAsync();
            await AskAsync(visit, Ada);
            await using var room = Room();
            await room.SendAllAsync();
            var text = Assert.Single(_transport.Handed).TextBody!;
            Assert.Equal(
                orders.OrderByDescending(order => order.PlacedAt).Take(20).Select(order => order.Number).Order(),
                orders.Where(order => text.Contains($"/en/orders/{order.Number}?key=", StringComparison.Ordinal)).Select(order => order.Number).Order());
        }
    }

    [Fact]
    public async Task Add_OneEventTwice_IsRefusedByTheDatabase()
    {
        await DeclareAsync();
        await using var database = Open();
        var withdrawal = await database.Withdrawals.SingleAsync();
        new Mails(database, _clock).AddWithdrawalAcknowledged(withdrawal);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => database.SaveChangesAsync());
    }

    [Fact]
    public async Task Add_WithoutTheCallersSave_StoresNothing()
    {
        await using (var database = Open())
        {
            new Mails(database, _clock).AddOrderLinks(Ada, "en");
        }

        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task Log_OfAllThatCanHappen_HoldsNoAddress()
    {
        await using var room = Room();
        MailAnswer[] answers = [new MailAnswer.Accepted(), new MailAnswer.Later("x"), new MailAnswer.Rejected("x")];
        foreach (var answer in answers)
        {
            await DeclareAsync();
            _transport.Answer = _ => answer;
            await room.SendNextAsync();
        }

        await DeclareAsync();
        _transport.Answer = _ => throw new InvalidOperationException("The transport is broken.");
        await room.SendNextAsync();
        Assert.NotEmpty(room.Log.Lines);
        Assert.DoesNotContain(room.Log.Lines, line => line.Contains(Ada, StringComparison.OrdinalIgnoreCase) || line.Contains("Ada Fischer", StringComparison.Ordinal));
    }

    private MailRoom Room() => new(Open, _clock, _transport);

    private async Task DeclareAsync(string email = Ada)
    {
        await using var database = Open();
        await new Visit(database, _clock).Withdrawals.StoreAsync(Guid.NewGuid(), new WithdrawalStatement("Ada Fischer", "P-1001", email));
    }

    private async Task AskAsync(Visit visit, string email)
    {
        new Mails(visit.Database, _clock).AddOrderLinks(email, "en");
        await visit.Database.SaveChangesAsync();
    }

    private async Task<Mail> SingleAsync()
    {
        await using var database = Open();
        return await database.Mails.AsNoTracking().SingleAsync();
    }

    private async Task<int> WaitingAsync()
    {
        await using var database = Open();
        return await database.Mails.CountAsync(mail => mail.State == MailState.Waiting);
    }
}
