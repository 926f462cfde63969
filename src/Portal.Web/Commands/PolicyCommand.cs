using System.CommandLine;
using Portal.Returns.Policies;

namespace Portal.Web.Commands;

/// <summary>The commands about policies. <c>policy schema</c>: writes what editors check by.</summary>
public static class PolicyCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("file") { Description = "Where to write it; standard output unless given.", Arity = ArgumentArity.ZeroOrOne };
        var schema = new Command("schema", "Writes the JSON Schema of policies, with which editors complete and check as you type.") { file };
        schema.SetAction(parsed => Schema(parsed.GetValue(file)));
        return new Command("policy", "Checks, explains and replays the policies.") { PolicyCheckCommand.Create(), schema, PolicyExplainCommand.Create(), PolicyReplayCommand.Create() };
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
