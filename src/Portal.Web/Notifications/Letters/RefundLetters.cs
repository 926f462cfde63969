using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Resources;

namespace Portal.Web.Notifications.Letters;

/// <summary>Letters about money, in the locale of the moment.</summary>
public sealed class RefundLetters(Texts texts, CaseLetters cases, LetterLinks links)
{
    /// <summary>That a refund succeeded, where to and when it shows; null when it has failed since, which another letter tells.</summary>
    public Letter? Refunded(string to, LoadedCase loaded, Refund refund)
    {
        if (refund.State != RefundState.Succeeded)
        {
            return null;
        }

        var amount = Amount(loaded, refund);
        var isMore = loaded.Refunds.Any(other => other.Id != refund.Id && other.IsOwed && other.State != RefundState.Succeeded);
        return new Letter(to, texts.Locale, texts["Mail.Refunded.Subject", amount, loaded.Order.Order.Number], texts["Mail.Refunded.Title", amount],
        [
            new LetterPart.Paragraph(When(loaded, refund)),
            .. refund.BankReference is { } reference ? [new LetterPart.Paragraph(texts["Mail.Refunded.Search", reference])] : Array.Empty<LetterPart>(),
            .. isMore ? [new LetterPart.Paragraph(texts["Mail.Refunded.More"])] : Array.Empty<LetterPart>(),
            new LetterPart.Facts([new(texts["Mail.Amount"], amount), new(texts["Check.BackTo"], refund is { Provider: ManualProvider.Called } ? texts["Mail.Refunded.ByPerson"] : PaymentOf(loaded, refund).Label), .. cases.Numbers(loaded)]),
            new LetterPart.Button(texts["Mail.Case.Link"], links.Case(texts.Locale.Code, loaded.Case)),
            cases.Until(loaded),
        ]);
    }

    /// <summary>That a refund failed, and how the shopper gets the money all the same; null when another has taken its place already.</summary>
    public Letter? Failed(string to, LoadedCase loaded, Refund refund)
    {
        if (refund.State != RefundState.Failed || loaded.Refunds.Any(other => other.ReplacesId == refund.Id))
        {
            return null;
        }

        var amount = Amount(loaded, refund);
        return new Letter(to, texts.Locale, texts["Mail.Failed.Subject", amount, loaded.Order.Order.Number], texts["Mail.Failed.Title", amount],
        [
            new LetterPart.Paragraph(texts[$"Fault.{refund.Fault ?? RefundFault.Other}", PaymentOf(loaded, refund).Label]),
            new LetterPart.Paragraph(texts[RefundReplacer.Ways(refund, loaded.Refunds).Count > 0 ? "Mail.Failed.Choose" : "Mail.Failed.Person"]),
            new LetterPart.Button(texts["Mail.Failed.Link"], links.Case(texts.Locale.Code, loaded.Case)),
            new LetterPart.Facts([new(texts["Mail.Amount"], amount), .. cases.Numbers(loaded)]),
            cases.Until(loaded),
        ]);
    }

    private string When(LoadedCase loaded, Refund refund) => refund.ArrivesBy switch
    {
        { } day when refund is not { Provider: ManualProvider.Called } && PaymentOf(loaded, refund).Means is "gift_card" => texts["Mail.Refunded.GiftCard", texts.Date(day)],
        { } day => texts["Next.Bank", texts.Date(day)],
        null => texts["Mail.Refunded.Soon"],
    };

    private string Amount(LoadedCase loaded, Refund refund) => texts.Money(new(refund.Amount, loaded.Order.Facts.Currency));

    private static Payment PaymentOf(LoadedCase loaded, Refund refund) => loaded.Order.Order.Payments.Single(payment => payment.Id == refund.PaymentId);
}
