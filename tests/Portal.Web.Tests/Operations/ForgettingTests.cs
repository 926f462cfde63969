using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Data;
using Portal.Web.Operations;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Operations;

/// <summary>A person who used everything there is, and then wants to be forgotten.</summary>
public sealed class ForgettingTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private readonly PortalFactory _site = site;

    [Fact]
    public async Task Forget_ByEmail_LeavesNoTraceInAnyTableNorInTheFile()
    {
        var walter = new Person("P-1003", "walter.quinn@example.com");
        await walter.UseEverythingAsync(_site);
        await walter.SettleAsync(_site);
        var books = await BooksAsync(walter.Number);
        Assert.All(walter.Words, words => Assert.NotEmpty(TracesOf(words)));

        var plan = await ForgetAsync(forgetting => forgetting.PlanByEmailAsync(" Walter.Quinn@Example.com", default));

        Assert.Equal((1, 2, 0), (plan.People.Orders.Count, plan.People.Withdrawals.Count, plan.Kept.Count));
        Assert.All(walter.Words, words => Assert.Empty(TracesOf(words)));
        Assert.Equal(books, await BooksAsync(walter.Number));
        Assert.Equal(LookupOutcome.NotFound, await walter.FindAsync(_site));
        Assert.Equal(LookupOutcome.NotFound, await (walter with { Email = "" }).FindAsync(_site));
        Assert.True(await _site.In(services => services.GetRequiredService<PortalDbContext>().Orders.AnyAsync(row =>
            row.Number == walter.Number && row.Email == "" && row.DeliveryPostcode == null && row.BillingPostcode == null)));
    }

    [Fact]
    public async Task Forget_ByOrder_LeavesOthersAlone()
    {
        await ForgetAsync(forgetting => forgetting.PlanByOrderAsync("# p-1002", default));
        Assert.Equal(LookupOutcome.NotFound, await new Person("P-1002", "rose.ellery@example.com").FindAsync(_site));
        Assert.Equal(LookupOutcome.Found, await new Person("P-1001", "ada.fischer@example.com").FindAsync(_site));
    }

    [Fact]
    public async Task Forget_OpenCase_IsKeptAndSaid()
    {
        var june = new Person("P-1009", "june.abbott@example.com");
        await june.UseEverythingAsync(_site);
        var plan = await ForgetAsync(forgetting => forgetting.PlanByEmailAsync(june.Email, default));
        Assert.Equal([june.Number], plan.Kept);
        Assert.Empty(plan.People.Orders);
        Assert.Equal(LookupOutcome.Found, await june.FindAsync(_site));
    }

    [Fact]
    public async Task Forget_WithdrawalsThatWaitForTheShop_AreKeptAndSaid()
    {
        var theo = new Person("P-1013", "theo.marsh@example.com");
        await theo.UseEverythingAsync(_site);
        await _site.In(services => services.GetRequiredService<PortalDbContext>().Cases.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, Portal.Returns.Cases.CaseState.Refused)));
        var plan = await ForgetAsync(forgetting => forgetting.PlanByEmailAsync(theo.Email, default));
        Assert.Equal((theo.Number, 1, 0), (Assert.Single(plan.Kept), plan.Waiting, plan.People.Withdrawals.Count));
        Assert.Equal(2, await _site.In(services => services.GetRequiredService<PortalDbContext>().Withdrawals.CountAsync(stated => stated.Name == "Unmistakable Person1013")));
        await theo.SettleAsync(_site);
        plan = await ForgetAsync(forgetting => forgetting.PlanByEmailAsync(theo.Email, default));
        Assert.Equal((1, 2, 0), (plan.People.Orders.Count, plan.People.Withdrawals.Count, plan.Waiting));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody@example.com")]
    [InlineData("%")]
    public async Task Forget_Nobody_ForgetsNobody(string email)
    {
        var plan = await ForgetAsync(forgetting => forgetting.PlanByEmailAsync(email, default));
        Assert.Equal((0, 0, 0), (plan.People.Orders.Count, plan.People.Withdrawals.Count, plan.Others));
        Assert.Equal(LookupOutcome.Found, await new Person("P-1001", "ada.fischer@example.com").FindAsync(_site));
    }

    private Task<ForgetPlan> ForgetAsync(Func<Forgetting, Task<ForgetPlan>> plan) => _site.In(async services =>
    {
        var forgetting = services.GetRequiredService<Forgetting>();
        var planned = await plan(forgetting);
        await forgetting.ForgetAsync(planned, default);
        return planned;
    });

    // What an auditor asks for.
    private Task<string> BooksAsync(string number) => _site.In(async services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var order = await database.Orders.AsNoTracking().Include(row => row.Lines).Include(row => row.Payments).SingleAsync(row => row.Number == number);
        var cases = await database.Cases.AsNoTracking().Include(row => row.Lines).Include(row => row.Units).Where(row => row.OrderId == order.Id).ToListAsync();
        return string.Join('|', order.PlacedAt, order.Lines.Sum(line => line.UnitPrice), order.Payments.Sum(payment => payment.Captured), order.Payments[0].Reference,
            string.Join(',', cases.Select(row => row.Rma)), string.Join(',', cases.SelectMany(row => row.Lines).Select(line => line.Decision)), cases.Sum(row => row.Units.Count));
    });

    private List<string> TracesOf(string words) => Traces.Of(_site, words);
}
