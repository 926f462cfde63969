using NodaTime;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Notifications;

/// <summary>The acknowledgement of a withdrawal as a text file: content, date and time, on a medium that lasts (Directive 2011/83, article 11a). It confirms receipt, not validity.</summary>
public sealed class WithdrawalAcknowledgement(Texts texts, Snapshot snapshot)
{
    /// <summary>The text, in the locale of the request; times are UTC.</summary>
    public string Write(Withdrawal withdrawal)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        return string.Join("\r\n",
        [
            snapshot.Site.Name,
            texts["Withdraw.Acknowledgement.Title"],
            "",
            texts["Withdraw.Acknowledgement.Statement"],
            "",
            $"{texts["Withdraw.Name"]}: {withdrawal.Name}",
            $"{texts["Withdraw.Contract"]}: {withdrawal.Contract}",
            $"{texts["Withdraw.Email"]}: {withdrawal.Email}",
            $"{texts["Withdraw.ReceivedAt"]}: {texts.DateTime(withdrawal.ReceivedAt, DateTimeZone.Utc)} (UTC)",
            $"{texts["Withdraw.Reference"]}: {withdrawal.Id:N}",
            "",
            texts["Withdraw.Acknowledgement.Receipt"],
            "",
            .. snapshot.Site.Imprint.GetValueOrDefault(texts.Locale.Code) ?? [],
            "",
        ]);
    }
}
