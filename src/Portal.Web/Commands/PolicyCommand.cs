using System.CommandLine;
using Portal.Returns.Policies;
using Portal.Web.Content;

namespace Portal.Web.Commands;

/// <summary><c>policy check</c>: reads the policies and reports every error with its place. <c>policy schema</c>: writes what editors check by.</summary>
public static class PolicyCommand
{
    public static Command Create()
    {
        var root = new Option<string?>("--root") { Description = "The content folder; Content:Root unless given." };
        var check = new Command("check", "Reads every policy and reports its errors. Exit status 1 when there is one.") { root };
        check.SetAction(parsed => Check(parsed.GetValue(root)));
        var file = new Argument<FileInfo?>("file") { Description = "Where to write it; standard output unless given.", Arity = ArgumentArity.ZeroOrOne };
        var schema = new Command("schema", "Writes the JSON Schema of policies, with which editors complete and check as you type.") { file };
        schema.SetAction(parsed => Schema(parsed.GetValue(file)));
        return new Command("policy", "Checks, explains and replays the policies.") { check, schema, PolicyExplainCommand.Create(), PolicyReplayCommand.Create() };
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

    private static int Schema(FileInfo? file)
    {
        if (file is null)
        {
            Console.Out.Write(PolicySchema.Write());
            return 0;
        }

        try
        {
            File.WriteAllText(file.FullName, PolicySchema.Write());
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: {exception.Message}");
            return 1;
        }
    }
}
