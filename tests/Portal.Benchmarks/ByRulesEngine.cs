using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using RulesEngine.Models;

namespace Portal.Benchmarks;

/// <summary>
/// The shipped policy's questions as workflows of Microsoft's RulesEngine. It does less than ours: it answers which rule of each question holds
/// for a return, builds no decision, knows no law and keeps no trace.
/// </summary>
internal sealed class ByRulesEngine
{
    private const string NothingCame = "kind == \"Claim\" && (reason == \"Missing\" || (reason == \"Late\" && !at.Delivered))";

    private static readonly (string Question, (string Id, string When)[] Rules)[] Questions =
    [
        ("eligibility",
        [
            ("final-sale", "kind == \"Return\" && at.Tags.Contains(\"final-sale\")"),
            ("made-to-measure", "kind == \"Return\" && at.Tags.Contains(\"made-to-measure\")"),
            ("hygiene-goods", "kind == \"Return\" && at.Category == \"hygiene\" && at.Delivered"),
            ("on-its-way", "kind == \"Claim\" && (reason == \"Missing\" || reason == \"Late\") && !at.Delivered && at.DaysSince < 10"),
            ("otherwise", "true"),
        ]),
        ("window",
        [
            ("claim", "kind == \"Claim\""),
            ("holiday", "at.Placed >= 20261101 && at.Placed <= 20261224"),
            ("holiday-2025", "at.Placed >= 20251101 && at.Placed <= 20251224"),
            ("standard", "true"),
        ]),
        ("resolutions", [("claim", "kind == \"Claim\""), ("return", "true")]),
        ("shipment",
        [
            ("nothing-came", NothingCame),
            ("returnless-limit", "kind == \"Claim\" && reason == \"Damaged\" && at.Amount <= at.Returnless && at.TimesReturnless >= 2"),
            ("returnless-damaged", "kind == \"Claim\" && reason == \"Damaged\" && at.Amount <= at.Returnless"),
            ("otherwise", "true"),
        ]),
        ("fees", [("none", "true")]),
        ("refundWhen",
        [
            ("nothing-came", NothingCame),
            ("kept", "kind == \"Claim\" && reason == \"Damaged\" && at.Amount <= at.Returnless && at.TimesReturnless < 2"),
            ("otherwise", "true"),
        ]),
        ("review",
        [
            ("nothing-came-dear", NothingCame + " && at.Amount > at.Returnless"),
            ("nothing-came-often", NothingCame + " && at.TimesReturnless >= 2"),
            ("high-value", "at.Amount > at.HighValue"),
            ("otherwise", "true"),
        ]),
    ];

    private readonly RulesEngine.RulesEngine _engine = new([.. Questions.Select(question => new Workflow
    {
        WorkflowName = question.Question,
        Rules = [.. question.Rules.Select(rule => new Rule { RuleName = rule.Id, Expression = rule.When, RuleExpressionType = RuleExpressionType.LambdaExpression })],
    })]);

    /// <summary>The rule that answers each question of a return, in the order of the questions.</summary>
    public IReadOnlyList<string> Decide(OrderFacts order, ReturnRequest request, Instant now)
    {
        RuleParameter[] parameters =
        [
            new("kind", nameof(RequestKind.Return)),
            new("reason", request.Reason.ToString()),
            new("at", Situation.Of(order, request, now)),
        ];
        var answered = new string[Questions.Length];
        for (var i = 0; i < Questions.Length; i++)
        {
            // It completes at once: no rule waits for anything.
            var results = _engine.ExecuteAllRulesAsync(Questions[i].Question, parameters).AsTask().GetAwaiter().GetResult();
            answered[i] = results.First(result => result.IsSuccess).Rule.RuleName;
        }

        return answered;
    }

    /// <summary>What the expressions read; public, since they are compiled against it.</summary>
    public sealed class Situation
    {
        public required IReadOnlyList<string> Tags { get; init; }

        public required string Category { get; init; }

        public required string Market { get; init; }

        public required bool Delivered { get; init; }

        public required int DaysSince { get; init; }

        public required int Placed { get; init; }

        public required long Amount { get; init; }

        public required long Returnless { get; init; }

        public required long HighValue { get; init; }

        public required int TimesReturnless { get; init; }

        public static Situation Of(OrderFacts order, ReturnRequest request, Instant now)
        {
            var zone = DateTimeZoneProviders.Tzdb[order.ZoneId];
            var line = order.Lines.Single(line => string.Equals(line.Id, request.LineId, StringComparison.Ordinal));
            var placed = order.PlacedAt.InZone(zone).Date;
            return new Situation
            {
                Tags = line.Tags,
                Category = line.Category,
                Market = order.Market,
                Delivered = line.Deliveries.Where(delivery => delivery.DeliveredAt <= now).Sum(delivery => delivery.Quantity) == line.Quantity,
                DaysSince = Period.DaysBetween(placed, now.InZone(zone).Date),
                Placed = (placed.Year * 10000) + (placed.Month * 100) + placed.Day,
                Amount = RefundPlanner.Paid(order, UnitSelection.For(order, request, now)).Minor,
                Returnless = order.Market switch { "GB" => 20_00, "JP" => 3000, "AE" => 90_00, "KW" => 7_500, _ => 25_00 },
                HighValue = order.Market switch { "US" => 550_00, "GB" => 450_00, "JP" => 80_000, "AE" => 2000_00, "KW" => 165_000, _ => 500_00 },
                TimesReturnless = order.Shopper.ReturnlessRefunds,
            };
        }
    }
}
