using System.Diagnostics;
using System.Diagnostics.Metrics;
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
using Portal.Web.Payments.Stripe;

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

        var gauges = Gauges();
        Assert.Equal(1, gauges["portal.refunds Unknown"]);
        Assert.Equal(0, gauges["portal.refunds Failed"]);
        Assert.Equal(90, gauges["portal.queue.oldest refunds"]);
        Assert.Equal(40, gauges["portal.queue.oldest Stripe events"]);
        Assert.Equal(1, gauges["portal.cases.due_soon"]);
        Assert.Equal(1, gauges["portal.withdrawals.due_soon"]);
        Assert.Superset(new HashSet<string> { "portal.refunds", "portal.queue.oldest", "portal.cases.due_soon" }, _metrics.Select(metric => metric.Name).ToHashSet());
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

        // Ends the listening too, so that nobody else adds to the list while it is read.
        _site.Services.GetRequiredService<TracerProvider>().Dispose();

        var words = _traces
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

    /// <summary>What this site's gauges show, by name and tag. The export cannot tell it from what the sites of other tests show in the same process.</summary>
    private Dictionary<string, double> Gauges()
    {
        var shown = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == PortalMetrics.Meter && ReferenceEquals(instrument.Meter.Scope, _site.Services.GetRequiredService<IMeterFactory>()))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => shown[Name(instrument, tags)] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => shown[Name(instrument, tags)] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return shown;

        static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Value}";
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

        foreach (var handled in new Instant?[] { null, now })
        {
            database.Withdrawals.Add(new Withdrawal { Id = Guid.NewGuid(), Name = "Ada", Contract = "P-1001", Email = "ada@example.com", Locale = "en", RefundDueOn = now.InUtc().Date, HandledAt = handled });
        }

        database.StripeEvents.Add(new StripeEvent { Id = "evt_1", Type = "refund.updated", ObjectId = "re_1", ReceivedAt = now - Duration.FromSeconds(40), NextAt = now + Duration.FromDays(1) });
        database.Refunds.Add(new Refund
        {
            CaseId = database.Cases.Local.First().Id, OrderId = order.Id, PaymentId = order.Payments[0].Id, Provider = "Demo", Amount = 1, State = RefundState.Unknown,
            CreatedAt = now - Duration.FromSeconds(90), NextAt = now + Duration.FromDays(1),
        });
        return await database.SaveChangesAsync();
    });
}
