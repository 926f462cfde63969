using System.Globalization;
using Stripe;

namespace Portal.Web.Payments.Stripe;

/// <summary>What a shopper recognizes a payment by.</summary>
public static class PaymentLabel
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["amex"] = "American Express", ["diners"] = "Diners Club", ["jcb"] = "JCB", ["unionpay"] = "UnionPay", ["eftpos_au"] = "Eftpos Australia", ["cartes_bancaires"] = "Cartes Bancaires",
        ["sepa_debit"] = "SEPA", ["paypal"] = "PayPal", ["us_bank_account"] = "Bank account", ["ideal"] = "iDEAL", ["eps"] = "EPS", ["p24"] = "Przelewy24", ["blik"] = "BLIK",
        ["wechat_pay"] = "WeChat Pay", ["amazon_pay"] = "Amazon Pay", ["revolut_pay"] = "Revolut Pay", ["mobilepay"] = "MobilePay", ["twint"] = "TWINT", ["card"] = "Card",
    };

    /// <summary><c>Visa •••• 4242</c>, <c>SEPA •••• 3000</c>, <c>PayPal</c>; empty when nothing is known.</summary>
    public static string Of(ChargePaymentMethodDetails? details) => details switch
    {
        null => "",
        { Card: { } card } => Label(card.Brand ?? "card", card.Last4),
        { SepaDebit: { } sepa } => Label("sepa_debit", sepa.Last4),
        { UsBankAccount: { } account } => Label("us_bank_account", account.Last4),
        { Type: { } type } => Label(type, null),
        _ => "",
    };

    private static string Label(string code, string? last4)
    {
        var name = Names.GetValueOrDefault(code) ?? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(code.Replace('_', ' '));
        return last4 is null ? name : $"{name} •••• {last4}";
    }
}
