using Portal.Returns;

namespace Portal.Web.Payments.Stripe;

/// <summary>Amounts as Stripe counts them (https://docs.stripe.com/currencies): not always in ISO 4217's minor units.</summary>
public static class StripeAmount
{
    // Two decimals on paper, none at Stripe.
    private const string Ariary = "MGA";

    private const int Hundred = 100;

    private const int Ten = 10;

    // No decimals in use, but sent as if there were two.
    private static readonly string[] Padded = ["ISK", "UGX"];

    /// <summary>Stripe's number for an amount; null when Stripe has none, such as for a single fils of a dinar.</summary>
    public static long? ToStripe(Money amount) => amount.Minor % StepOf(amount.Currency) != 0 ? null : amount.Currency.Code switch
    {
        Ariary => amount.Minor / Hundred,
        var code when Padded.Contains(code) => checked(amount.Minor * Hundred),
        _ => amount.Minor,
    };

    /// <summary>The amount that a number of Stripe's means; null when the currency is unknown or the number is none that Stripe gives.</summary>
    public static Money? FromStripe(long number, string currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        if (Currency.TryOf(currency.ToUpperInvariant()) is not { } known)
        {
            return null;
        }

        return known.Code switch
        {
            Ariary => new Money(checked(number * Hundred), known),
            var code when Padded.Contains(code) => number % Hundred == 0 ? new Money(number / Hundred, known) : null,
            _ => new Money(number, known),
        };
    }

    /// <summary>The smallest step, in ISO minor units, that a payment in this currency can be refunded in.</summary>
    public static int StepOf(Currency currency)
    {
        ArgumentNullException.ThrowIfNull(currency);
        return currency switch
        {
            { Code: Ariary } => Hundred,
            { Decimals: 3 } => Ten,
            _ => 1,
        };
    }
}
