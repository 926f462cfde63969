using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Returns.Cases;
using Portal.Web.Data;
using Portal.Web.Operations;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Operations;

/// <summary>A person who used everything there is, and then wants to be forgotten.</summary>
public sealed class ForgettingTests : IDisposable
{
    private const string Email = "walter.quinn@example.com";
    private const string Number = "P-1003";
    private const string Message = "It never fitted the room of my late uncle";
    private const string Name = "Walter Unmistakable";
    private const string Contract = "the lamp that I ordered in November";

    private readonly PortalFactory _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Forget_ByEmail_LeavesNoTraceInAnyTableNorInTheFile()
    {
        await UseEverythingAsync();
        await SettleAsync();
        var books = await BooksAsync();
        Assert.All([Email, Message, Name, Contract], words => Assert.NotEmpty(TracesOf(words)));

        var plan = await ForgetAsync(forgetting => forgetting.PlanByEmailAsync(" Walter.Quinn@Example.com", default));

        Assert.Equal((1, 2, 0), (plan.People.Orders.Count, plan.People.Withdrawals.Count, plan.Kept.Count));
        Assert.All([Email, Message, Name, Contract], words => Assert.Empty(TracesOf(words)));
        Assert.Equal(books, await BooksAsync());
        Assert.Equal(LookupOutcome.NotFound, await FindAsync(Email));
        Assert.Equal(LookupOutcome.NotFound, await FindAsync(""));
        await _site.In(async services =>
        {
            var order = await services.GetRequiredService<PortalDbContext>().Orders.SingleAsync(row => row.Number == Number);
            Assert.Equal(("", null, null), (order.Email, order.DeliveryPostcode, order.BillingPostcode));
            return order;
        });
    }

    [Fact]
    public async Task Forget_ByOrder_LeavesOthersAlone()
    {
        await UseEverythingAsync();
        await SettleAsync();
        await ForgetAsync(forgetting => forgetting.PlanByOrderAsync("# p-1003", default));
        Assert.Equal(LookupOutcome.NotFound, await FindAsync(Email));
        Assert.Equal(LookupOutcome.Found, (await _site.In(services => services.GetRequiredService<OrderLookup>().FindAsync("P-1001", "ada.fischer@example.com", "192.0.2.1"))).Outcome);
    }

    [Fact]
    public async Task Forget_OpenCase_IsKeptAndSaid()
    {
        await UseEverythingAsync();
        var plan = await ForgetAsync(forgetting => forgetting.PlanByEmailAsync(Email, default));
        Assert.Equal([Number], plan.Kept);
        Assert.Empty(plan.People.Orders);
        Assert.Equal(LookupOutcome.Found, await FindAsync(Email));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody@example.com")]
    [InlineData("%")]
    public async Task Forget_Nobody_ForgetsNobody(string email)
    {
        var plan = await ForgetAsync(forgetting => forgetting.PlanByEmailAsync(email, default));
        Assert.Empty(plan.People.Orders);
        Assert.Equal(LookupOutcome.Found, await FindAsync(Email));
    }

    [Fact]
    public async Task Retention_PeriodOver_ForgetsWhatIsSettledAndOld()
    {
        _site.Settings["Retention:Days"] = "400";
        await UseEverythingAsync();
        await SettleAsync();
        await RunAsync("retention");
        Assert.Equal(LookupOutcome.Found, await FindAsync(Email));
        _site.Clock.AdjustTime(_site.Clock.GetUtcNow() + TimeSpan.FromDays(401));
        await RunAsync("retention");
        Assert.All([Email, Message, Name, Contract], words => Assert.Empty(TracesOf(words)));
        Assert.Equal(0, await _site.In(services => services.GetRequiredService<PortalDbContext>().Orders.CountAsync(order => order.Email != "")));
    }

    [Fact]
    public async Task Retention_NotSet_KeepsEverybody()
    {
        _site.Clock.AdjustTime(_site.Clock.GetUtcNow() + TimeSpan.FromDays(4000));
        await RunAsync("retention");
        Assert.Equal(LookupOutcome.Found, await FindAsync(Email));
    }

    [Fact]
    public async Task Housekeeping_ThrowsAwayWhatHasServedItsTime()
    {
        await FindAsync("wrong@example.com");
        var shopper = new Visitor(await _site.ShopperOf("P-1001"));
        await shopper.SubmitAsync(await shopper.OpenAsync((await shopper.OpenAsync("/en/orders/P-1001")).Link("/en/orders/P-1001/return/")), ("reason-L1", "Damaged"));
        Assert.NotEqual((0, 0), await CountsAndDraftsAsync());
        await RunAsync("housekeeping");
        Assert.NotEqual(0, (await CountsAndDraftsAsync()).Drafts);
        _site.Clock.AdjustTime(_site.Clock.GetUtcNow() + TimeSpan.FromDays(31));
        await RunAsync("housekeeping");
        Assert.Equal((0, 0), await CountsAndDraftsAsync());
    }

    // A claim that a person looks at, and two withdrawals: one that names the order, one in words.
    private async Task UseEverythingAsync()
    {
        var shopper = new Visitor(await _site.ShopperOf(Number));
        var ask = await shopper.OpenAsync($"/en/orders/{Number}/ask?line=L1&reason=ChangedMind");
        Assert.Contains(Message, (await shopper.SubmitAsync(ask, ("message", Message))).Text, StringComparison.Ordinal);
        foreach (var contract in new[] { Number, Contract })
        {
            var visitor = new Visitor(_site.Client());
            var confirm = await visitor.SubmitAsync(await visitor.OpenAsync("/en/withdraw"), ("name", Name), ("contract", contract), ("email", "Walter.Quinn@example.com"), ("step", "declare"));
            Assert.StartsWith("/en/withdraw/", (await visitor.SubmitAsync(confirm, ("step", "confirm"))).Address, StringComparison.Ordinal);
        }
    }

    private Task<int> SettleAsync() => _site.In(services => services.GetRequiredService<PortalDbContext>().Cases.ExecuteUpdateAsync(set => set.SetProperty(@case => @case.State, CaseState.Refused)));

    private Task<(int Counts, int Drafts)> CountsAndDraftsAsync() => _site.In(async services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        return (await database.Throttles.CountAsync(), await database.Drafts.CountAsync());
    });

    private Task<bool> RunAsync(string job) => _site.In(async services =>
    {
        await services.GetServices<IDailyJob>().Single(known => known.Name == job).RunAsync(default);
        return true;
    });

    private Task<ForgetPlan> ForgetAsync(Func<Forgetting, Task<ForgetPlan>> plan) => _site.In(async services =>
    {
        var forgetting = services.GetRequiredService<Forgetting>();
        var planned = await plan(forgetting);
        await forgetting.ForgetAsync(planned, default);
        return planned;
    });

    private async Task<LookupOutcome> FindAsync(string proof) =>
        (await _site.In(services => services.GetRequiredService<OrderLookup>().FindAsync(Number, proof, "192.0.2.1"))).Outcome;

    // What an auditor asks for.
    private Task<string> BooksAsync() => _site.In(async services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var order = await database.Orders.AsNoTracking().Include(row => row.Lines).Include(row => row.Payments).SingleAsync(row => row.Number == Number);
        var cases = await database.Cases.AsNoTracking().Include(row => row.Lines).Include(row => row.Units).Where(row => row.OrderId == order.Id).ToListAsync();
        return string.Join('|', order.PlacedAt, order.Lines.Sum(line => line.UnitPrice), order.Payments.Sum(payment => payment.Captured), order.Payments[0].Reference,
            string.Join(',', cases.Select(row => row.Rma)), string.Join(',', cases.SelectMany(row => row.Lines).Select(line => line.Decision)), cases.Sum(row => row.Units.Count));
    });

    // Where the words stand: in a column of any table, or in the bytes of the database and its log.
    private List<string> TracesOf(string words)
    {
        using var scope = _site.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        database.Database.OpenConnection();
        var traces = new List<string>();
        foreach (var table in Column("SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            foreach (var column in Column($"SELECT name FROM pragma_table_info('{table}')"))
            {
                traces.AddRange(Column($"SELECT '{table}.{column}' FROM \"{table}\" WHERE instr(lower(\"{column}\"), lower('{words}')) > 0"));
            }
        }

        database.Database.CloseConnection();
        foreach (var file in Directory.EnumerateFiles(_site.DataRoot, "portal.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            if (System.Text.Encoding.Latin1.GetString(bytes.ToArray()).Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                traces.Add(Path.GetFileName(file));
            }
        }

        return traces;

        List<string> Column(string query)
        {
            using var command = database.Database.GetDbConnection().CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            var values = new List<string>();
            while (reader.Read())
            {
                values.Add(reader.GetString(0));
            }

            return values;
        }
    }
}
