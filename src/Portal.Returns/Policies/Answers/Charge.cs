using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>What is charged; nothing when there are no fees.</summary>
public sealed record Charge(IReadOnlyList<ChargedFee> Fees) : Answer
{
    internal override IReadOnlyList<(string Key, string Value)> Entries => [("charge", Fees.Count == 0 ? "none" : $"[{string.Join(", ", Fees.Select(fee => fee.Text))}]")];

    internal override Answer In(Situation at, ref IReadOnlyList<UsedFact> used)
    {
        if (Fees.Count == 0)
        {
            return this;
        }

        List<UsedFact> read = [];
        var charge = new Charge([.. Fees.Where(fee => !fee.IsWaived(at, read)).Select(fee => fee.In(at))]);
        used = read;
        return charge;
    }

    /// <summary>The fees of an answer that is fixed for one situation.</summary>
    internal IEnumerable<Fee> Fixed => Fees.Select(fee => fee.Fixed!);
}

/// <param name="MessageKey">Key of the fee's name, such as <c>return-postage</c>.</param>
/// <param name="Amount">A fixed amount, or per cent of what was paid for the requested pieces.</param>
/// <param name="Waive">Who does not pay it, or null when everybody does.</param>
public sealed record ChargedFee(string MessageKey, MarketValue<Rate> Amount, Condition? Waive = null)
{
    /// <summary>What it comes to, once fixed for one situation.</summary>
    internal Fee? Fixed { get; private init; }

    internal string Text => $"{{ fee: {MessageKey}, amount: {Amount.Text}{(Waive is null ? "" : $", waive: {Waive.Text}")} }}";

    internal bool IsWaived(Situation at, List<UsedFact> used)
    {
        if (Waive?.Explain(at.Facts) is not { } outcome)
        {
            return false;
        }

        used.AddRange(outcome.Used);
        return outcome.Holds;
    }

    internal ChargedFee In(Situation at)
    {
        var rate = Amount.In(at.Order.Market);
        return rate.Amount is not { } amount || amount.Currency == at.Order.Currency
            ? new ChargedFee(MessageKey, MarketValue.Of(rate)) { Fixed = new Fee(MessageKey, rate.Of(at.AmountPaid), rate.IsPercent ? rate : null) }
            : throw new InvalidOperationException($"The fee '{MessageKey}' is in {amount.Currency}, the order in {at.Order.Currency}.");
    }
}
