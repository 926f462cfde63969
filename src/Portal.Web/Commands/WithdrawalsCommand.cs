using System.CommandLine;
using NodaTime.Text;
using Portal.Web.Cases;

namespace Portal.Web.Commands;

/// <summary><c>withdrawals list</c> and <c>withdrawals handled</c>: what people do about statements of withdrawal.</summary>
public static class WithdrawalsCommand
{
    public static Command Create() => new("withdrawals", "Lists statements of withdrawal that wait for the shop, and says that one is seen to.") { List(), Handled() };

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Also those that somebody has seen to." };
        var command = new Command("list", "Lists the statements that wait, oldest first, with the last day on which the law lets the shop refund.") { all };
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var listed = await services.GetRequiredService<WithdrawalDesk>().ListAsync(parsed.GetValue(all), cancellation);
            foreach (var (stated, number) in listed)
            {
                var due = stated.RefundDueOn is { } day ? $"refund by {LocalDatePattern.Iso.Format(day)}" : "no legal day";
                var state = stated.HandledAt is { } at ? $"handled {InstantPattern.General.Format(at)}" : $"waits; when it is done: withdrawals handled {stated.Id}";
                await Console.Out.WriteLineAsync(
                    $"{InstantPattern.General.Format(stated.ReceivedAt)}  {due}  {(number is null ? "no order fits" : $"order {number}")}  {stated.Name} <{stated.Email}> about \"{stated.Contract}\"  {state}");
            }

            await Console.Error.WriteLineAsync(FormattableString.Invariant($"{listed.Count} withdrawals"));
            return 0;
        });
        return command;
    }

    private static Command Handled()
    {
        var id = new Argument<Guid>("withdrawal") { Description = "The statement's id, as 'withdrawals list' shows it." };
        var command = new Command("handled", "Says that somebody has seen to a statement: found its order, opened the return, or answered it.") { id };
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var isDone = await services.GetRequiredService<WithdrawalDesk>().HandleAsync(parsed.GetValue(id), cancellation);
            await (isDone ? Console.Out : Console.Error).WriteLineAsync(isDone ? "Handled." : "There is no withdrawal with this id.");
            return isDone ? 0 : 1;
        });
        return command;
    }
}
