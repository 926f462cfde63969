using System.CommandLine;
using Portal.Web.Content;

namespace Portal.Web.Commands;

/// <summary><c>policy check</c>: reads the policies and reports every error with its place.</summary>
public static class PolicyCommand
{
    public static Command Create()
    {
        var root = new Option<string?>("--root") { Description = "The content folder; Content:Root unless given." };
        var check = new Command("check", "Reads every policy and reports its errors. Exit status 1 when there is one.") { root };
        check.SetAction(parsed => Check(parsed.GetValue(root)));
        return new Command("policy", "Checks the policies.") { check };
    }

    private static int Check(string? root)
    {
        using var app = PortalApp.Build(root is null ? [] : [$"--Content:Root={root}"]);
        var (policies, findings) = SnapshotReader.ReadPolicies(app.Services.GetRequiredService<PortalFolders>().Content);
        foreach (var finding in findings)
        {
            Console.Out.WriteLine(finding);
        }

        Console.Out.WriteLine(policies is null ? $"{findings.Count} errors" : $"{policies.Policies.Count} policies read, no errors");
        return policies is null ? 1 : 0;
    }
}
