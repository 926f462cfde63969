using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>Decides again, by the policies as they are and by a new one as if it had been in force for every order of its markets, and tells the difference.</summary>
/// <param name="current">The policies as they are.</param>
/// <param name="candidate">The new one.</param>
public sealed class PolicyReplay(PolicyBook current, Policy candidate)
{
    private readonly PolicyBook _candidate = new([candidate with { From = LocalDate.MinIsoValue }]);

    /// <summary>Decides a case both ways and adds what differs. May be used by several threads, each with its own tally.</summary>
    public void Run(ReplayCase asked, ReplayTally tally)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(tally);
        if (_candidate.InForce(asked.Facts.Market, LocalDate.MaxIsoValue) is null)
        {
            tally.AddElsewhere();
            return;
        }

        var at = ReturnEngine.Ask(new OrderMoment(asked.Facts, asked.Now, asked.Amounts), asked.Request);
        var before = ReturnEngine.Answer(current, at);
        var after = ReturnEngine.Answer(_candidate, at);
        Money? paid = null;
        var isFlipped = false;
        foreach (var (kind, amount) in Flips.Between(before, after))
        {
            var about = amount ?? (paid ??= at.AmountPaid);
            isFlipped = true;
            tally.Add(kind, new FlipExample(asked.Facts.Number, asked.Request.LineId, asked.Now, asked.Request.Reason, about, Because(after) ?? Because(before) ?? ""));
        }

        tally.AddDecided(asked.IsStored, isFlipped);
    }

    private static string? Because(Decision decision) => decision.Reasons is [var first, ..] ? first.RuleId ?? first.MessageKey : null;
}
