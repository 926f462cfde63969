using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Data;
using Portal.Web.Operations;
using Portal.Web.Orders;
using Portal.Web.Payments;

namespace Portal.Web.Tests.Operations;

public sealed class TelemetryTests : IDisposable
{
    private readonly List<Activity> _traces = [];
    private readonly List<Metric> _metrics = [];
    private readonly PortalFactory _site = new() { Settings = { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1" } };

    public TelemetryTests() => _site.Replace = services => services
        .ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(_traces))
        .ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddInMemoryExporter(_metrics));

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Metrics_TellOfRefundsQueuesDueCasesSearchesAndRefusedLookups()
    {
        await StoreAsync();
        await _site.Client().GetAsync("/api/search?q=mug");
        for (var guess = 0; guess <= LookupThrottle.FailuresPerOrder; guess++)
        {
            await _site.In(services => services.GetRequiredService<OrderLookup>().FindAsync("P-1012", "wrong", "192.0.2.1"));
        }

        await _site.Services.GetRequiredService<PortalGauges>().LookAsync(default);
        _site.Services.GetRequiredService<MeterProvider>().ForceFlush();

        Assert.Equal(1, Points("portal.refunds").Single(point => Tag(point, "state") == "Unknown").GetGaugeLastValueLong());
        Assert.Equal(0, Points("portal.refunds").Single(point => Tag(point, "state") == "Failed").GetGaugeLastValueLong());
        Assert.Equal(90, Points("portal.queue.oldest").Single(point => Tag(point, "queue") == "refunds").GetGaugeLastValueDouble());
        Assert.Equal(1, Assert.Single(Points("portal.cases.due_soon")).GetGaugeLastValueLong());
        // The counts of what happened are the process's, so other tests may add to them.
        Assert.True(Points("portal.lookups.refused").Sum(point => point.GetSumLong()) >= 1);
        Assert.True(Points("portal.search.duration").Sum(point => point.GetHistogramCount()) >= 1);
    }

    [Fact]
    public async Task Traces_HoldRoutesAndNoAddresses()
    {
        // Sites of other tests trace into the same process; the caller's name tells ours.
        using var client = _site.Client();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("traced");
        foreach (var path in new[] { "/en/orders/P-1001?key=opensesame", "/en/withdraw/opensesame", "/en/search?q=opensesame", "/opensesame", "/healthz" })
        {
            await client.GetAsync(path);
        }

        _site.Services.GetRequiredService<TracerProvider>().ForceFlush();

        var words = _traces.ToList()
            .Where(trace => trace.GetTagItem("user_agent.original") as string == "traced")
            .Select(trace => $"{trace.DisplayName} {string.Join(' ', trace.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}")
            .ToList();
        Assert.Equal(4, words.Count);
        Assert.All(words, trace => Assert.StartsWith("GET", trace, StringComparison.Ordinal));
        Assert.DoesNotContain(words, trace => trace.Contains("opensesame", StringComparison.OrdinalIgnoreCase) || trace.Contains("P-1001", StringComparison.Ordinal));
        Assert.Contains(words, trace => trace.Contains("{number}", StringComparison.Ordinal));
    }

    private IEnumerable<MetricPoint> Points(string name)
    {
        foreach (var point in _metrics.Last(metric => metric.Name == name).GetMetricPoints())
        {
            yield return point;
        }
    }

    private static string? Tag(MetricPoint point, string name)
    {
        foreach (var tag in point.Tags)
        {
            if (tag.Key == name)
            {
                return tag.Value?.ToString();
            }
        }

        return null;
    }

    private Task<int> StoreAsync() => _site.In(async services =>
    {
        var database = services.GetRequiredService<PortalDbContext>();
        var now = Instant.FromDateTimeOffset(_site.Clock.GetUtcNow());
        var order = await database.Orders.Include(row => row.Payments).SingleAsync(row => row.Number == "P-1001");
        foreach (var days in new[] { LegalClock.WarningDays, LegalClock.WarningDays + 2 })
        {
            database.Cases.Add(new ReturnCase { Rma = $"R-0000-000{days}", OrderId = order.Id, Locale = "en", OpenedAt = now, RefundDueOn = now.InUtc().Date.PlusDays(days), Goods = Portal.Returns.Cases.GoodsState.Kept, State = Portal.Returns.Cases.CaseState.Open });
        }

        database.Refunds.Add(new Refund
        {
            CaseId = database.Cases.Local.First().Id, OrderId = order.Id, PaymentId = order.Payments[0].Id, Provider = "Demo", Amount = 1, State = RefundState.Unknown,
            CreatedAt = now - Duration.FromSeconds(90), NextAt = now + Duration.FromDays(1),
        });
        return await database.SaveChangesAsync();
    });
}
