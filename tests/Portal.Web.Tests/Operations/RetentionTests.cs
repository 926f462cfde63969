using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Data;
using Portal.Web.Operations;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Operations;

public sealed class RetentionTests : IDisposable
{
    private readonly PortalFactory _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Retention_PeriodOver_ForgetsWhatIsSettledAndOld()
    {
        _site.Settings["Retention:Days"] = "400";
        var (settled, open) = (new Person("P-1003", "walter.quinn@example.com"), new Person("P-1009", "june.abbott@example.com"));
        await settled.UseEverythingAsync(_site);
        await open.UseEverythingAsync(_site);
        await settled.SettleAsync(_site);
        await RunAsync("retention");
        Assert.Equal(LookupOutcome.Found, await settled.FindAsync(_site));

        _site.Clock.AdjustTime(_site.Clock.GetUtcNow() + TimeSpan.FromDays(401));
        await RunAsync("retention");
        Assert.All(settled.Words, words => Assert.Empty(Traces.Of(_site, words)));
        Assert.Equal(LookupOutcome.Found, await open.FindAsync(_site));
        Assert.Equal(1, await _site.In(services => services.GetRequiredService<PortalDbContext>().Orders.CountAsync(order => order.Email != "")));
    }

    [Fact]
    public async Task Housekeeping_ThrowsAwayWhatHasServedItsTimeAndRetentionWithoutASettingNothing()
    {
        var ada = new Person("P-1001", "ada.fischer@example.com");
        await (ada with { Email = "wrong@example.com" }).FindAsync(_site);
        var shopper = new Visitor(await _site.ShopperOf(ada.Number));
        var order = await shopper.OpenAsync($"/en/orders/{ada.Number}");
        await shopper.SubmitAsync(await shopper.OpenAsync(order.Links.First(link => link.Contains("/return/", StringComparison.Ordinal) && link.EndsWith("L1", StringComparison.Ordinal))), ("reason-L1", "Damaged"));
        await RunAsync("housekeeping");
        Assert.Equal((true, true), await HasCountsAndDraftsAsync());

        _site.Clock.AdjustTime(_site.Clock.GetUtcNow() + Housekeeping.DraftsKept.ToTimeSpan() + TimeSpan.FromSeconds(1));
        await RunAsync("housekeeping");
        await RunAsync("retention");
        Assert.Equal((false, false), await HasCountsAndDraftsAsync());
        Assert.Equal(LookupOutcome.Found, await ada.FindAsync(_site));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("a year")]
    public void Read_Nonsense_NamesTheSetting(string value) => Assert.Contains(
        "Retention:Days",
        Assert.Throws<SettingException>(() => Retention.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Retention:Days", value)]).Build())).Message,
        StringComparison.Ordinal);

    private Task<(bool Counts, bool Drafts)> HasCountsAndDraftsAsync() => _site.In(async services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        return (await database.Throttles.AnyAsync(), await database.Drafts.AnyAsync());
    });

    private Task<bool> RunAsync(string job) => _site.In(async services =>
    {
        await services.GetServices<IDailyJob>().Single(known => known.Name == job).RunAsync(default);
        return true;
    });
}
