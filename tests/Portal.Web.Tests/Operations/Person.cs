using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Operations;

/// <summary>Somebody who ordered, and uses everything the portal has.</summary>
public sealed record Person(string Number, string Email)
{
    private string Message => $"It never fitted the room of my late uncle {Number[2..]}";

    private string Name => $"Unmistakable Person{Number[2..]}";

    private string Contract => $"what I bought in November for person {Number[2..]}";

    /// <summary>What only this person can have said.</summary>
    public IReadOnlyList<string> Words => [Email, Message, Name, Contract];

    /// <summary>Asks a person to look again, and withdraws twice: once naming the order, once in words.</summary>
    public async Task UseEverythingAsync(PortalFactory site)
    {
        var shopper = new Visitor(await site.ShopperOf(Number));
        var ask = await shopper.OpenAsync($"/en/orders/{Number}/ask?line=L1&reason=ChangedMind");
        Assert.Contains(Message, (await shopper.SubmitAsync(ask, ("message", Message))).Text, StringComparison.Ordinal);
        foreach (var contract in new[] { Number, Contract })
        {
            var visitor = new Visitor(site.Client());
            var typed = Email.ToUpperInvariant().Replace("EXAMPLE", "Example", StringComparison.Ordinal);
            var confirm = await visitor.SubmitAsync(await visitor.OpenAsync("/en/withdraw"), ("name", Name), ("contract", contract), ("email", typed), ("step", "declare"));
            Assert.StartsWith("/en/withdraw/", (await visitor.SubmitAsync(confirm, ("step", "confirm"))).Address, StringComparison.Ordinal);
        }
    }

    /// <summary>Somebody decides.</summary>
    public Task<int> SettleAsync(PortalFactory site) => site.In(async services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        await database.Cases
            .Where(@case => database.Orders.Any(order => order.Id == @case.OrderId && order.Number == Number))
            .ExecuteUpdateAsync(set => set.SetProperty(@case => @case.State, CaseState.Refused));
        var now = Instant.FromDateTimeOffset(site.Clock.GetUtcNow());
        return await database.Withdrawals.Where(stated => stated.Name == Name).ExecuteUpdateAsync(set => set.SetProperty(stated => stated.HandledAt, now));
    });

    /// <summary>Looks the order up by e-mail.</summary>
    public async Task<LookupOutcome> FindAsync(PortalFactory site) =>
        (await site.In(services => services.GetRequiredService<OrderLookup>().FindAsync(Number, Email, "192.0.2.1"))).Outcome;
}
