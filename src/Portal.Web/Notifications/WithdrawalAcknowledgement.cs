using NodaTime;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Notifications.Letters;
using Portal.Web.Resources;

namespace Portal.Web.Notifications;

/// <summary>The acknowledgement of a withdrawal, as a text file here and as a mail: content, date and time, on a medium that lasts (Directive 2011/83, article 11a). It confirms receipt, not validity.</summary>
public sealed class WithdrawalAcknowledgement(Texts texts, Snapshot snapshot)
{
    /// <summary>What was declared and when it came, in the locale of the moment; times are UTC.</summary>
    public IReadOnlyList<Fact> Content(Withdrawal withdrawal)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        return
        [
            new(texts["Withdraw.Name"], withdrawal.Name),
            new(texts["Withdraw.Contract"], withdrawal.Contract),
            new(texts["Withdraw.Email"], withdrawal.Email),
            new(texts["Withdraw.ReceivedAt"], $"{texts.DateTime(withdrawal.ReceivedAt, DateTimeZone.Utc)} (UTC)"),
            new(texts["Withdraw.Reference"], withdrawal.Id.ToString("N")),
        ];
    }

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
            .. Content(withdrawal).Select(fact => $"{fact.Name}: {fact.Value}"),
            "",
            texts["Withdraw.Acknowledgement.Receipt"],
            "",
            .. snapshot.Site.Imprint.GetValueOrDefault(texts.Locale.Code) ?? [],
            "",
        ]);
    }
}
