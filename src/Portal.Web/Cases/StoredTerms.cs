using System.Globalization;
using System.Text.Json;
using Portal.Returns;
using Portal.Returns.Decisions;

namespace Portal.Web.Cases;

/// <summary>The terms of a decision as a case keeps it (<see cref="DecisionJson"/>).</summary>
public static class StoredTerms
{
    /// <summary>The fees that the shopper was told; none where the goods do not travel.</summary>
    public static IReadOnlyList<Fee> Fees(CaseLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Shipment != ShipmentMethod.SendBack)
        {
            return [];
        }

        using var stored = JsonDocument.Parse(line.Decision);
        return [.. stored.RootElement.GetProperty("decision").GetProperty("fees").EnumerateArray()
            .Select(fee => new Fee(
                fee.GetProperty("key").GetString()!,
                Amount(fee.GetProperty("amount").GetString()!),
                fee.TryGetProperty("rate", out var percent) && Rate.TryPercent(percent.GetString()!, out var rate) ? rate : null))];
    }

    /// <summary>Means of payment that are paid back before the others.</summary>
    public static IReadOnlyList<string> First(CaseLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        using var stored = JsonDocument.Parse(line.Decision);
        return stored.RootElement.GetProperty("decision").TryGetProperty("refundFirst", out var first) ? [.. first.EnumerateArray().Select(means => means.GetString()!)] : [];
    }

    private static Money Amount(string text)
    {
        var parts = text.Split(' ');
        return Money.FromAmount(decimal.Parse(parts[0], CultureInfo.InvariantCulture), Currency.Of(parts[1]));
    }
}
