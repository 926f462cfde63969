using System.CommandLine;

namespace Portal.Web.Commands;

/// <summary><c>policy schema</c> and <c>content schema</c>: write what editors complete and check by.</summary>
internal static class SchemaCommand
{
    public static Command Create(string description, Func<string> write)
    {
        var file = new Argument<FileInfo?>("file") { Description = "Where to write it; standard output unless given.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("schema", description) { file };
        command.SetAction(parsed => Run(parsed.GetValue(file), write()));
        return command;
    }

    private static int Run(FileInfo? file, string schema)
    {
        if (file is null)
        {
            Console.Out.Write(schema);
            return 0;
        }

        try
        {
            File.WriteAllText(file.FullName, schema);
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: {exception.Message}");
            return 1;
        }
    }
}
