using System.CommandLine;

namespace Portal.Web.Commands;

/// <summary>The command line: one program, <c>serve</c> unless told otherwise.</summary>
public static class PortalCommand
{
    /// <summary>Runs what the arguments say. Exit status 0: done; 1: it could not be done; 2: the command line is wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await DispatchAsync(args);
        }
        catch (SettingException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static async Task<int> DispatchAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        Command[] commands =
        [
            ContentCommand.Create(), DataCommand.Create(), PolicyCommand.Create(), SearchCommand.Create(), RefundsCommand.Create(),
            KeysCommand.Create(), OrdersCommand.Create(), ReturnsCommand.Create(), WithdrawalsCommand.Create(),
        ];
        if (args.Length == 0 || args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"))
        {
            return await ServeCommand.RunAsync(args);
        }

        if (args[0] is "serve")
        {
            return await ServeCommand.RunAsync(args[1..]);
        }

        var root = new RootCommand("Portal: a knowledge base and returns portal. Settings of appsettings.json may be given as --Name:Key=value.");
        root.Subcommands.Add(ServeCommand.Create());
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        // Settings last, wherever they were typed, so that no argument takes one for itself while a word for it is there.
        var parsed = root.Parse(args.OrderBy(CommandSite.IsSetting).ToArray());
        var status = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? 2 : status;
    }
}
