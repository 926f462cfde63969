using Portal.Web.Cases;
using Portal.Web.Resources;

namespace Portal.Web.Notifications.Letters;

/// <summary>The letter that acknowledges a withdrawal: content, date and time on a medium that lasts (Directive 2011/83, article 11a), in the words of the download.</summary>
public sealed class WithdrawalLetters(Texts texts, WithdrawalAcknowledgement acknowledgement)
{
    public Letter Acknowledged(Withdrawal withdrawal)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        return new Letter(withdrawal.Email, texts.Locale, texts["Withdraw.Acknowledgement.Title"], texts["Withdraw.Acknowledgement.Title"],
        [
            new LetterPart.Paragraph(texts["Withdraw.Acknowledgement.Statement"]),
            new LetterPart.Facts(acknowledgement.Content(withdrawal)),
            new LetterPart.Paragraph(texts["Withdraw.Acknowledgement.Receipt"]),
        ]);
    }
}
