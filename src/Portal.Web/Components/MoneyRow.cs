namespace Portal.Web.Components;

/// <summary>One row of a calculation.</summary>
/// <param name="Label">What the amount is for.</param>
/// <param name="Amount">The amount, already formatted.</param>
/// <param name="IsSum">True for the row that the others add up to.</param>
public sealed record MoneyRow(string Label, string Amount, bool IsSum = false);
