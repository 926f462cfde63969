using System.CommandLine;
using Portal.Returns.Policies;

namespace Portal.Web.Commands;

/// <summary><c>policy</c>: what the shop's owner runs before a policy is published, and to see why something was decided.</summary>
public static class PolicyCommand
{
    public static Command Create() => new("policy", "Checks, explains and replays the policies.")
    {
        PolicyCheckCommand.Create(),
        SchemaCommand.Create("Writes the JSON Schema of policies, with which editors complete and check as you type.", PolicySchema.Write),
        PolicyExplainCommand.Create(),
        PolicyReplayCommand.Create(),
    };
}
