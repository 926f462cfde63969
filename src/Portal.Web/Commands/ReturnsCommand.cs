using System.CommandLine;
using NodaTime.Text;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Web.Api;
using Portal.Web.Cases;
using Portal.Web.Orders;

namespace Portal.Web.Commands;

/// <summary><c>returns list</c> and <c>returns review</c>: what people do about cases.</summary>
public static class ReturnsCommand
{
    private const int MaxListed = 1000;

    public static Command Create() => new("returns", "Lists cases, and approves or refuses those that wait for a person.") { List(), Review() };

    private static Command List()
    {
        var state = new Option<CaseState?>("--state") { Description = "Only cases in this state; those that wait for a person unless --all is given." };
        var all = new Option<bool>("--all") { Description = "Cases in every state." };
        var order = new Option<string?>("--order") { Description = "Only cases of this order." };
        var command = new Command("list", "Lists cases, newest first.") { state, all, order };
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var wanted = parsed.GetValue(state) ?? (parsed.GetValue(all) ? null : CaseState.NeedsReview);
            var number = parsed.GetValue(order) is { } typed ? OrderNumber.Normalize(typed) : null;
            var cases = await services.GetRequiredService<CaseList>().ListAsync(wanted, number, after: null, MaxListed, cancellation);
            foreach (var listed in cases)
            {
                var lines = string.Join(", ", listed.Case.Lines.Select(line => FormattableString.Invariant($"{line.Quantity} x {line.LineId} {line.Reason}")));
                await Console.Out.WriteLineAsync(
                    $"{listed.Case.Rma}  {listed.OrderNumber}  {listed.Case.State}  {listed.Case.Goods}  {listed.Case.Money}  {InstantPattern.General.Format(listed.Case.OpenedAt)}  {lines}");
            }

            await Console.Error.WriteLineAsync(FormattableString.Invariant($"{cases.Count} cases{(cases.Count == MaxListed ? " or more" : "")}"));
            return 0;
        });
        return command;
    }

    private static Command Review()
    {
        var rma = new Argument<string>("rma") { Description = "The case." };
        var approve = new Option<bool>("--approve") { Description = "Grants it." };
        var refuse = new Option<bool>("--refuse") { Description = "Refuses it; its pieces are free for another case." };
        var reason = new Option<string?>("--reason") { Description = "What the shopper reads; needed to refuse." };
        var shipment = new Option<ShipmentMethod?>("--shipment") { Description = "Where the shopper asked to look again: what happens to the goods." };
        var quantity = new Option<int?>("--quantity") { Description = "Where the shopper asked to look again: how many pieces are granted." };
        var command = new Command("review", "Says what a person decided about a case.") { rma, approve, refuse, reason, shipment, quantity };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(approve) == parsed.GetValue(refuse))
            {
                parsed.AddError("Say either --approve or --refuse.");
            }
            else if (parsed.GetValue(refuse) && string.IsNullOrWhiteSpace(parsed.GetValue(reason)))
            {
                parsed.AddError("Say with --reason why: the shopper reads it.");
            }
            else if (parsed.GetValue(reason)?.Length > CaseReview.MaxAnswer)
            {
                parsed.AddError(FormattableString.Invariant($"--reason has at most {CaseReview.MaxAnswer} characters."));
            }
        });
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var reviews = services.GetRequiredService<CaseReview>();
            var grant = parsed.GetValue(shipment) is null && parsed.GetValue(quantity) is null ? null : new ReviewGrant(parsed.GetValue(shipment), parsed.GetValue(quantity));
            var outcome = parsed.GetValue(refuse)
                ? await reviews.RefuseAsync(parsed.GetValue(rma)!, parsed.GetValue(reason)!, cancellation)
                : await reviews.ApproveAsync(parsed.GetValue(rma)!, parsed.GetValue(reason), grant, cancellation);
            if (outcome is ReviewOutcome.Hindered hindered)
            {
                await Console.Error.WriteLineAsync(ReviewTexts.Of(hindered.Obstacle, hindered.State).Detail);
                return 1;
            }

            var done = (ReviewOutcome.Done)outcome;
            await Console.Out.WriteLineAsync($"{done.Rma} is {done.State}.");
            return 0;
        });
        return command;
    }
}
