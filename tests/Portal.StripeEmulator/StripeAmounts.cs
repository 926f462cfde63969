namespace Portal.StripeEmulator;

/// <summary>What Stripe demands of amounts (https://docs.stripe.com/currencies). Written apart from the portal's own list, so that each tests the other.</summary>
internal static class StripeAmounts
{
    /// <exception cref="StripeProblem">The amount is not one that Stripe takes.</exception>
    public static void Check(long amount, string currency)
    {
        var step = currency switch
        {
            "bhd" or "jod" or "kwd" or "omr" or "tnd" => 10,
            "isk" or "ugx" => 100,
            _ => 1,
        };
        if (amount < 1)
        {
            throw StripeProblem.Unreadable("This value must be greater than or equal to 1.", "parameter_invalid_integer", "amount");
        }

        if (amount % step != 0)
        {
            throw StripeProblem.Invalid($"Invalid amount. Amounts in {currency} must end in {(step == 10 ? "0" : "00")}.", param: "amount");
        }
    }
}
