namespace Portal.Returns.Policies.Proof;

/// <summary>How much work a proof may take; once it is spent, nothing that was proved with it counts.</summary>
internal sealed class ProofBudget(int steps)
{
    private int _left = steps;

    public bool IsSpent => _left < 0;

    /// <summary>Takes a step; false when none is left.</summary>
    public bool TrySpend(int count = 1)
    {
        _left = Math.Max(-1, _left - count);
        return !IsSpent;
    }
}
