namespace Portal.Returns.Decisions;

/// <summary>What a shopper asks for one line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Quantity">Pieces, at least 1 and at most what is left of the line.</param>
/// <param name="Reason">Why.</param>
public sealed record ReturnRequest(string LineId, int Quantity, Reason Reason)
{
    /// <summary>It means pieces that did not come.</summary>
    internal bool IsForAbsentPieces => Reason is Reason.Missing or Reason.Late;
}
