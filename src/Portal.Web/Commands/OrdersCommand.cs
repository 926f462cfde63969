using System.CommandLine;
using Portal.Web.Operations;

namespace Portal.Web.Commands;

/// <summary><c>orders …</c>; here <c>orders forget</c>, which erases a person and keeps the books.</summary>
public static class OrdersCommand
{
    public static Command Create()
    {
        var email = new Argument<string?>("email") { Description = "The person's e-mail address.", DefaultValueFactory = _ => null };
        var order = new Option<string?>("--order") { Description = "The number of one order, instead of an address." };
        var yes = new Option<bool>("--yes") { Description = "Does not ask." };
        var forget = new Command("forget", "Erases what tells of a person: addresses, names, postcodes, messages. Amounts, decisions and refunds stay.") { email, order, yes };
        forget.SetWork((parsed, services, cancellation) =>
        {
            var address = parsed.GetValue(email) is { } word && !CommandSite.IsSetting(word) ? word : null;
            return ForgetAsync(services.GetRequiredService<Forgetting>(), address, parsed.GetValue(order), parsed.GetValue(yes), cancellation);
        });
        return new Command("orders", "Takes orders in, and forgets the people of orders.") { OrdersImportCommand.Create(), forget };
    }

    private static async Task<int> ForgetAsync(Forgetting forgetting, string? email, string? number, bool isSure, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(email) == string.IsNullOrWhiteSpace(number))
        {
            await Console.Error.WriteLineAsync("Say whom to forget: an e-mail address, or --order with a number.");
            return 2;
        }

        var plan = string.IsNullOrWhiteSpace(number)
            ? await forgetting.PlanByEmailAsync(email!, cancellation)
            : await forgetting.PlanByOrderAsync(number, cancellation);
        foreach (var kept in plan.Kept)
        {
            await Console.Error.WriteLineAsync($"Order {kept} cannot be forgotten yet: a return of it is open, a withdrawal waits for the shop, or a refund is on its way.");
        }

        if (plan.Waiting > 0)
        {
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"{plan.Waiting} withdrawals of that person wait for the shop and cannot be forgotten yet: 'withdrawals list'."));
        }

        var (orders, withdrawals) = (plan.People.Orders.Count, plan.People.Withdrawals.Count);
        if (orders + withdrawals + plan.Others == 0)
        {
            await Console.Error.WriteLineAsync(plan.Kept.Count + plan.Waiting > 0 ? "Nothing was erased." : "Nothing is known of that person.");
            return 1;
        }

        await Console.Out.WriteLineAsync($"{orders} orders, {withdrawals} withdrawals and {plan.Others} other mentions will lose their person. This cannot be undone; backups keep what they hold.");
        if (!isSure && !await IsConfirmedAsync(cancellation))
        {
            await Console.Error.WriteLineAsync("Nothing was erased. Answer yes, or say --yes.");
            return 1;
        }

        await forgetting.ForgetAsync(plan, cancellation);
        await Console.Out.WriteLineAsync("Done.");
        return plan.Kept.Count + plan.Waiting > 0 ? 1 : 0;
    }

    private static async Task<bool> IsConfirmedAsync(CancellationToken cancellation)
    {
        await Console.Out.WriteAsync("Type yes to go on: ");
        return string.Equals((await Console.In.ReadLineAsync(cancellation))?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }
}
