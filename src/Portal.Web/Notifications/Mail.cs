using NodaTime;

namespace Portal.Web.Notifications;

/// <summary>A mail to be sent: stored with what it tells of, before any server hears of it. Its words are made when it is sent.</summary>
public sealed class Mail
{
    /// <summary>Names the mail; its Message-ID is <c>&lt;id@host of Site:Url&gt;</c>.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required MailKind Kind { get; init; }

    /// <summary>What it tells of: a case, a refund or a withdrawal; for <see cref="MailKind.OrderLinks"/> the mail itself.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Which time this happens to the subject: the case's version for what can happen to a case again, else 0. Kind, subject and occasion are unique.</summary>
    public int Occasion { get; init; }

    /// <summary>Where to; null when the subject's case or withdrawal says it, and once nobody need know any more.</summary>
    public string? To { get; set; }

    /// <summary>The locale's code; null when the subject's case or withdrawal says it.</summary>
    public string? Locale { get; init; }

    public MailState State { get; set; }

    public Instant CreatedAt { get; init; }

    /// <summary>When the worker may touch it next.</summary>
    public Instant NextAt { get; set; }

    /// <summary>Until when a worker holds it; null when none does.</summary>
    public Instant? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>When the server accepted it.</summary>
    public Instant? SentAt { get; set; }
}

/// <summary>What a mail tells.</summary>
public enum MailKind
{
    /// <summary>What was decided about a new case, and what happens next. Subject: the case.</summary>
    CaseOpened,

    /// <summary>What to send back and where to, with the way to the printable slip. Subject: the case.</summary>
    Slip,

    /// <summary>The case was refused, and why. Subject: the case.</summary>
    Refused,

    /// <summary>A refund succeeded. Subject: the refund.</summary>
    Refunded,

    /// <summary>A refund failed, and what now. Subject: the refund.</summary>
    RefundFailed,

    /// <summary>The acknowledgement that the law demands. Subject: the withdrawal.</summary>
    WithdrawalAcknowledged,

    /// <summary>The orders of an address, for whoever reads its mail.</summary>
    OrderLinks,
}

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    Waiting,

    /// <summary>The server has accepted it.</summary>
    Sent,

    /// <summary>Nothing to send: there is nobody to write to, or nothing to tell.</summary>
    Dropped,

    /// <summary>The server refused it for good.</summary>
    Rejected,
}
