using System.Text.Json;
using Portal.Returns.Decisions;

namespace Portal.Web.Notifications.Letters;

/// <summary>Reads the reasons out of a stored decision.</summary>
public static class StoredReasons
{
    /// <summary>The reasons of a decision as <see cref="DecisionJson"/> wrote it, in its order.</summary>
    public static IReadOnlyList<DecisionReason> Of(string decision)
    {
        using var json = JsonDocument.Parse(decision);
        return json.RootElement.GetProperty("decision").GetProperty("reasons").EnumerateArray().Select(reason => new DecisionReason(
            reason.GetProperty("key").GetString()!,
            reason.GetProperty("question").GetString()!,
            reason.GetProperty("rule").GetString(),
            reason.GetProperty("article").GetString(),
            reason.GetProperty("internal").GetBoolean(),
            reason.GetProperty("arguments").EnumerateObject().ToDictionary(argument => argument.Name, argument => argument.Value.GetString()!, StringComparer.Ordinal))).ToList();
    }
}
