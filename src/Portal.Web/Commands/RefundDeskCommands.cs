using System.CommandLine;
using System.Globalization;
using Portal.Returns;
using Portal.Returns.Refunds;
using Portal.Web.Payments;

namespace Portal.Web.Commands;

/// <summary><c>refunds list|paid|retry|cancel|name</c>: what a person does about refunds.</summary>
public static class RefundDeskCommands
{
    public static IEnumerable<Command> Create() => [List(), Paid(), Retry(), Cancel(), Name()];

    private static Command List()
    {
        var command = new Command("list", "Lists every refund that waits for a person, with what to do.");
        command.SetWork(async (_, services, cancellation) =>
        {
            var waiting = await services.GetRequiredService<RefundDesk>().ListAsync(cancellation);
            foreach (var refund in waiting)
            {
                Console.Out.WriteLine($"{refund.Id}  {refund.Since:uuuu-MM-dd HH:mm}  {refund.OrderNumber}  {refund.Rma}  {new Money(refund.Amount, Currency.Of(refund.Currency))}  {refund.PaymentLabel}  {WhatToDo(refund)}");
            }

            Console.Out.WriteLine($"{waiting.Count} waiting");
            return 0;
        });
        return command;
    }

    private static Command Paid()
    {
        var id = new Argument<Guid>("refund") { Description = "The refund's id, as 'refunds list' shows it." };
        var reference = new Option<string?>("--reference") { Description = "What the shopper's bank can search for." };
        var command = new Command("paid", "Says that a person has paid a refund.") { id, reference };
        command.SetWork(async (parsed, services, cancellation) =>
            Say(await services.GetRequiredService<RefundDesk>().PaidAsync(parsed.GetValue(id), parsed.GetValue(reference), cancellation), "Paid.", "No refund with this id waits for a person to pay it."));
        return command;
    }

    private static Command Retry()
    {
        var id = new Argument<Guid>("refund") { Description = "The refund's id, as 'refunds list' shows it." };
        var byPerson = new Option<bool>("--by-person") { Description = "A person pays it instead of the payment's provider." };
        var command = new Command("retry", "Puts another refund in the place of one that failed or was called off.") { id, byPerson };
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var way = parsed.GetValue(byPerson) ? RefundWay.ByPerson : RefundWay.SameAgain;
            var outcome = await services.GetRequiredService<RefundReplacer>().ReplaceAsync(parsed.GetValue(id), way, isByStaff: true, cancellation);
            return Say(outcome == ReplaceOutcome.Planned, "Planned again.", outcome switch
            {
                ReplaceOutcome.Disputed => $"The payment is disputed: its provider would refuse. Leave it to the dispute; once it is won, say this again. To pay in another way: refunds retry {parsed.GetValue(id)} --by-person",
                ReplaceOutcome.NothingLeft => "All of the payment has gone back already; look at the order's other refunds.",
                _ => "No refund with this id waits to be replaced.",
            });
        });
        return command;
    }

    private static Command Cancel()
    {
        var id = new Argument<Guid>("refund") { Description = "The id of a refund that was never sent, or that a person was to pay." };
        var command = new Command("cancel", "Calls a refund off before any money has moved; its case waits for a person then.") { id };
        command.SetWork(async (parsed, services, cancellation) =>
            Say(await services.GetRequiredService<RefundOutcomes>().CallOffAsync(parsed.GetValue(id), cancellation), "Called off.", "No refund with this id can be called off: it was sent, or it has ended."));
        return command;
    }

    private static Command Name()
    {
        var rma = new Argument<string>("rma") { Description = "The case of a refund that was made at the provider." };
        var pieces = new Argument<string[]>("pieces") { Description = "LINE:1,2 for pieces 1 and 2 of a line; more of them with spaces.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("name", "Names the pieces that a refund made at the provider was for.") { rma, pieces };
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var selections = parsed.GetValue(pieces)!.Where(word => !CommandSite.IsSetting(word)).Select(Selection).ToList();
            var wrong = selections.Count == 0 || selections.Contains(null)
                ? "Write pieces as LINE:1,2."
                : await services.GetRequiredService<RefundDesk>().NameAsync(parsed.GetValue(rma)!, [.. selections.Select(selection => selection!)], cancellation);
            return Say(wrong is null, "Named.", wrong ?? "");
        });
        return command;
    }

    private static UnitSelection? Selection(string typed)
    {
        var parts = typed.Split(':');
        var units = parts.Length == 2 ? parts[1].Split(',').Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var unit) ? unit : 0).ToList() : [];
        return units.Count > 0 && units.TrueForAll(unit => unit > 0) ? new UnitSelection(parts[0], units) : null;
    }

    private static string WhatToDo(DeskRefund refund) => refund.Reason switch
    {
        DeskReason.ToPay => $"pay it, then: refunds paid {refund.Id}",
        DeskReason.ToName => $"made at the provider; which pieces? refunds name {refund.Rma} LINE:1,2",
        DeskReason.CalledOff => $"called off; refunds retry {refund.Id} [--by-person], or: returns review {refund.Rma} --refuse --reason TEXT",
        DeskReason.Failed => $"failed ({refund.Fault}); refunds retry {refund.Id} [--by-person], or leave it to the shopper",
        _ => "no answer for too long: look at the provider's dashboard",
    };

    private static int Say(bool isDone, string done, string not)
    {
        (isDone ? Console.Out : Console.Error).WriteLine(isDone ? done : not);
        return isDone ? 0 : 1;
    }
}
