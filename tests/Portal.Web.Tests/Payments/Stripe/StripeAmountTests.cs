using Portal.Returns;
using Portal.Web.Payments.Stripe;

namespace Portal.Web.Tests.Payments.Stripe;

public sealed class StripeAmountTests
{
    // https://docs.stripe.com/currencies
    [Theory]
    [InlineData("EUR", 1799, 1799)]
    [InlineData("USD", 1, 1)]
    [InlineData("BIF", 500, 500)]
    [InlineData("CLP", 500, 500)]
    [InlineData("DJF", 500, 500)]
    [InlineData("GNF", 500, 500)]
    [InlineData("JPY", 1799, 1799)]
    [InlineData("KMF", 500, 500)]
    [InlineData("KRW", 500, 500)]
    [InlineData("MGA", 50000, 500)]
    [InlineData("PYG", 500, 500)]
    [InlineData("RWF", 500, 500)]
    [InlineData("VND", 500, 500)]
    [InlineData("VUV", 500, 500)]
    [InlineData("XAF", 500, 500)]
    [InlineData("XOF", 500, 500)]
    [InlineData("XPF", 500, 500)]
    [InlineData("ISK", 1799, 179900)]
    [InlineData("UGX", 1799, 179900)]
    [InlineData("BHD", 12340, 12340)]
    [InlineData("JOD", 12340, 12340)]
    [InlineData("KWD", 12340, 12340)]
    [InlineData("OMR", 12340, 12340)]
    [InlineData("TND", 12340, 12340)]
    public void Amount_GoesThereAndBack(string currency, long minor, long stripe)
    {
        var amount = new Money(minor, Currency.Of(currency));
        Assert.Equal(stripe, StripeAmount.ToStripe(amount));
        Assert.Equal(amount, StripeAmount.FromStripe(stripe, currency.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("KWD", 12345)]
    [InlineData("BHD", 1)]
    [InlineData("MGA", 50001)]
    public void ToStripe_AmountThatStripeCannotPay_IsNothing(string currency, long minor) => Assert.Null(StripeAmount.ToStripe(new Money(minor, Currency.Of(currency))));

    [Theory]
    [InlineData(100, "xyz")]
    [InlineData(179950, "isk")]
    [InlineData(1, "ugx")]
    public void FromStripe_WhatStripeNeverSends_IsNothing(long number, string currency) => Assert.Null(StripeAmount.FromStripe(number, currency));

    // Plans are made in these steps, so that every share of a plan can be paid.
    [Fact]
    public void Step_OfEveryCurrency_IsAnAmountThatStripeTakes() => Assert.All(
        Currency.All,
        currency => Assert.NotNull(StripeAmount.ToStripe(new Money(7 * StripeAmount.StepOf(currency), currency))));
}
