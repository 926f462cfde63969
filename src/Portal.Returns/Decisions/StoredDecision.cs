using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Portal.Returns.Decisions;

/// <summary>What a stored decision (<see cref="DecisionJson"/>) was made from: with the same policy it can be made again.</summary>
public sealed record StoredDecision
{
    /// <summary>The order as it was known then.</summary>
    public required OrderFacts Facts { get; init; }

    public required ReturnRequest Request { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant Now { get; init; }

    /// <summary>Hash of the policy that decided, or empty when none was in force.</summary>
    public required string PolicyHash { get; init; }

    /// <summary>Versions of engine, statutes and zone data, as they were written.</summary>
    public required string Versions { get; init; }

    /// <summary>Reads what <see cref="DecisionJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static StoredDecision Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using var document = JsonDocument.Parse(json);
            var (root, decision) = (document.RootElement, document.RootElement.GetProperty("decision"));
            return new StoredDecision
            {
                Facts = OrderFactsReader.Read(root.GetProperty("order")),
                Request = new ReturnRequest(decision.Text("line"), decision.Number("quantity"), Enum.Parse<Reason>(decision.Text("reason"))),
                Now = InstantPattern.ExtendedIso.Parse(root.Text("now")).Value,
                PolicyHash = decision.Text("policyHash"),
                Versions = $"{root.Text("engine")} {root.Text("statutes")} {root.Text("zones")}",
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or UnparsableValueException)
        {
            throw new FormatException($"This is no stored decision: {fault.Message}", fault);
        }
    }
}
