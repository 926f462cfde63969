namespace Portal.Returns.Refunds;

/// <summary>What was paid for one unit, fixed by the order alone: no return of another unit changes it.</summary>
/// <param name="Unit">The unit's number, from 1.</param>
/// <param name="Gross">Its price before discounts.</param>
/// <param name="Discount">Its share of the line's and the order's discount, not negative.</param>
/// <param name="Tax">Its share of the tax that came on top; zero where prices contain the tax.</param>
/// <param name="Rounding">What makes the sum payable in the payments' smallest step; over an order this sums to zero.</param>
public sealed record UnitAmount(int Unit, Money Gross, Money Discount, Money Tax, Money Rounding)
{
    /// <summary>What was paid for it; not negative.</summary>
    public Money Total => Gross - Discount + Tax + Rounding;
}
