using System.CommandLine;
using NodaTime;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;

namespace Portal.Web.Commands;

/// <summary><c>policy explain</c>: one decision as a tree of its questions, the rules that answered, and those that did not and why.</summary>
public static class PolicyExplainCommand
{
    private static readonly string[] Reasons = Enum.GetNames<Reason>();

    private static readonly string[] Kinds = Enum.GetNames<RequestKind>();

    public static Command Create()
    {
        var order = new Argument<string>("order") { Description = "The order's number." };
        var line = new Argument<string>("line") { Description = "The line's identifier in its order." };
        var reason = new Option<string>("--reason") { Description = $"Why it is given back: {string.Join(", ", Reasons)}.", DefaultValueFactory = _ => nameof(Reason.ChangedMind) };
        var kind = new Option<string?>("--kind") { Description = $"Which judgement, where there are two: {string.Join(", ", Kinds)}. The one that decides unless given." };
        var locale = new Option<string>("--locale") { Description = "The language of the explanation.", DefaultValueFactory = _ => "en" };
        var command = new Command("explain", "Prints how a line would be decided now: every question, the rule that answered, and the rules before it.") { order, line, reason, kind, locale };
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var snapshot = services.GetRequiredService<Snapshot>();
            var asked = Named<Reason>(parsed.GetValue(reason)!);
            var wanted = parsed.GetValue(kind) is { } name ? Named<RequestKind>(name) : null;
            if (asked is null)
            {
                return await WrongAsync("reason", parsed.GetValue(reason)!, Reasons);
            }

            if (parsed.GetValue(kind) is { } word && wanted is null)
            {
                return await WrongAsync("kind", word, Kinds);
            }

            if (snapshot.Site.Locales.FirstOrDefault(known => string.Equals(known.Code, parsed.GetValue(locale), StringComparison.Ordinal)) is not { } spoken)
            {
                return await WrongAsync("locale", parsed.GetValue(locale)!, snapshot.Site.Locales.Select(known => known.Code));
            }

            if (await services.GetRequiredService<OrderReader>().FindAsync(parsed.GetValue(order)!, cancellation) is not { } found)
            {
                await Console.Error.WriteLineAsync($"There is no order '{parsed.GetValue(order)}'.");
                return 1;
            }

            if (found.Order.Lines.Find(known => string.Equals(known.LineId, parsed.GetValue(line), StringComparison.Ordinal)) is not { } item)
            {
                return await WrongAsync("line", parsed.GetValue(line)!, found.Order.Lines.Select(known => known.LineId));
            }

            spoken.Speak();
            return await ExplainAsync(services, found, item, asked.Value, wanted);
        });
        return command;
    }

    private static async Task<int> ExplainAsync(IServiceProvider services, LoadedOrder order, OrderLine line, Reason reason, RequestKind? kind)
    {
        var snapshot = services.GetRequiredService<Snapshot>();
        var texts = services.GetRequiredService<Texts>();
        var decided = services.GetRequiredService<Judge>().Decide(order, line.LineId, reason);
        if (new[] { decided, decided.Other }.FirstOrDefault(judged => judged is not null && (kind is null || judged.Kind == kind)) is not { } decision)
        {
            return await WrongAsync("kind", kind.ToString()!, new[] { decided, decided.Other }.OfType<Decision>().Select(judged => judged.Kind.ToString()));
        }

        var now = Instant.FromDateTimeOffset(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var options = ReturnOption.For(order, decision, snapshot, now, isOnlyLine: true)
            .Select(option => $"{texts[option.TextKey]}: {texts.Money(option.Plan.Total)}");
        var policy = snapshot.Policies.Policies.FirstOrDefault(known => string.Equals(known.Hash, decision.PolicyHash, StringComparison.Ordinal));
        var nodes = services.GetRequiredService<Explanation>().Of(decision, policy, [.. options]);
        await Console.Out.WriteLineAsync(texts["Explain.Line", order.Order.Number, line.LineId, line.Title, texts[$"Reason.{reason}"]]);
        foreach (var row in Rows(nodes, ""))
        {
            await Console.Out.WriteLineAsync(row);
        }

        return 0;
    }

    private static IEnumerable<string> Rows(IReadOnlyList<ExplanationNode> nodes, string indent) => nodes.SelectMany((node, i) =>
        Rows(node.Below, indent + (i < nodes.Count - 1 ? "│  " : "   ")).Prepend($"{indent}{(i < nodes.Count - 1 ? "├─ " : "└─ ")}{node.Text}"));

    private static T? Named<T>(string name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(name, ignoreCase: true) : null;

    private static async Task<int> WrongAsync(string what, string found, IEnumerable<string> allowed)
    {
        await Console.Error.WriteLineAsync($"There is no {what} '{found}' here. There are: {string.Join(", ", allowed)}.");
        return 2;
    }
}
