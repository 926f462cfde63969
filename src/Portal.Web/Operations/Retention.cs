using System.Globalization;
using NodaTime;

namespace Portal.Web.Operations;

/// <summary><c>Retention:Days</c>: how long after the last thing that happened to an order its people are known. Null, the default: until somebody asks.</summary>
public sealed record Retention(Duration? Period)
{
    /// <exception cref="SettingException">The setting is no positive number of days.</exception>
    public static Retention Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["Retention:Days"] is not { Length: > 0 } text ? new Retention((Duration?)null)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0 ? new Retention(Duration.FromDays(days))
            : throw new SettingException($"Retention:Days is '{text}'; it is a number of days, 1 or more, or empty to keep everything.");
    }
}

/// <summary>Forgets the people of old orders.</summary>
public sealed class RetentionJob(Retention retention, Forgetting forgetting, TimeProvider clock) : IDailyJob
{
    private const int AtOnce = 200;

    public string Name => "retention";

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (retention.Period is not { } period)
        {
            return;
        }

        var before = Instant.FromDateTimeOffset(clock.GetUtcNow()) - period;
        while (true)
        {
            var plan = await forgetting.PlanOlderAsync(before, AtOnce, cancellation);
            if (plan.People.IsNobody)
            {
                return;
            }

            await forgetting.ForgetAsync(plan, cancellation);
        }
    }
}
