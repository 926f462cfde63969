using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>What is charged; nothing when there are no fees.</summary>
public sealed record Charge(IReadOnlyList<ChargedFee> Fees) : Answer
{
    protected override string Text => Fees.Count == 0
        ? "charge: none"
        : $"charge: [{string.Join(", ", Fees.Select(fee => $"{{ fee: {fee.MessageKey}, amount: {fee.Amount.Text} }}"))}]";

    internal override Answer In(string market, Currency currency) => new Charge([.. Fees.Select(fee => fee.In(market, currency))]);

    /// <summary>The fees of an answer that is fixed for one market.</summary>
    internal IEnumerable<Fee> For(string market) => Fees.Select(fee => new Fee(fee.MessageKey, fee.Amount.In(market)));
}

/// <param name="MessageKey">Key of the fee's name, such as <c>return-postage</c>.</param>
/// <param name="Amount">Not negative.</param>
public sealed record ChargedFee(string MessageKey, MarketValue<Money> Amount)
{
    internal ChargedFee In(string market, Currency currency)
    {
        var amount = Amount.In(market);
        return amount.Currency == currency
            ? this with { Amount = new MarketValue<Money>(amount.ToString(), amount) }
            : throw new InvalidOperationException($"The fee '{MessageKey}' is in {amount.Currency}, the order in {currency}.");
    }
}
