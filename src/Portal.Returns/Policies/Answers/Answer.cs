namespace Portal.Returns.Policies;

/// <summary>What a rule answers; <see cref="ToString"/> gives it as one line of the policy language.</summary>
public abstract record Answer
{
    protected abstract string Text { get; }

    public sealed override string ToString() => Text;

    /// <summary>The answer with every value fixed for one market.</summary>
    /// <exception cref="InvalidOperationException">A value is missing there, or is in another currency than the order.</exception>
    internal virtual Answer In(string market, Currency currency) => this;
}
