using System.CommandLine;

namespace Portal.Web.Commands;

/// <summary><c>refunds …</c>: what people do about money.</summary>
public static class RefundsCommand
{
    public static Command Create()
    {
        var refunds = new Command("refunds", "Lists and settles refunds that wait for a person.");
        foreach (var command in RefundDeskCommands.Create())
        {
            refunds.Subcommands.Add(command);
        }

        refunds.Subcommands.Add(ReconcileCommand.Create());
        return refunds;
    }
}
