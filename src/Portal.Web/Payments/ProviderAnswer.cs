using NodaTime;

namespace Portal.Web.Payments;

/// <summary>What a provider said about one refund, in our words.</summary>
public abstract record ProviderAnswer
{
    private ProviderAnswer()
    {
    }

    /// <summary>Accepted, not yet done.</summary>
    public sealed record Pending(string Reference) : ProviderAnswer;

    /// <summary>Accepted, but the shopper must do something at the provider first.</summary>
    public sealed record RequiresAction(string Reference) : ProviderAnswer;

    /// <summary>Done; the bank shows it by the day given, under its own reference where there is one.</summary>
    public sealed record Succeeded(string Reference, LocalDate ArrivesBy, string? BankReference = null) : ProviderAnswer;

    /// <summary>Refused for good, or sent back by the bank.</summary>
    public sealed record Failed(RefundFault Fault, string? Reference = null) : ProviderAnswer;

    /// <summary>Taken back at the provider.</summary>
    public sealed record Canceled(string Reference) : ProviderAnswer;

    /// <summary>The provider has never heard of it.</summary>
    public sealed record NotFound : ProviderAnswer;

    /// <summary>Certainly not done, but it may work later.</summary>
    /// <param name="Fault">Why not now.</param>
    /// <param name="IsKeySpent">The provider keeps this answer under the key and will repeat it for every try.</param>
    public sealed record Later(RefundFault Fault, bool IsKeySpent = false) : ProviderAnswer;

    /// <summary>Nobody knows whether it happened: the provider must be asked.</summary>
    /// <param name="IsKeySpent">The provider keeps a server error under the key and will repeat it for every try.</param>
    public sealed record Unknown(bool IsKeySpent = false) : ProviderAnswer;
}

/// <summary>Why a refund did not happen, in few words that people can act on.</summary>
public enum RefundFault
{
    /// <summary>The bank refused, and does not say why.</summary>
    Declined,

    /// <summary>The card or account no longer exists.</summary>
    CardGone,

    /// <summary>The shop's balance with the provider does not cover it.</summary>
    InsufficientBalance,

    /// <summary>The shopper's bank disputes the payment.</summary>
    Disputed,

    /// <summary>The payment is too long ago to be refunded by its means.</summary>
    TooOld,

    /// <summary>More than is left of the payment.</summary>
    NothingLeft,

    /// <summary>The provider does not know the payment.</summary>
    UnknownPayment,

    /// <summary>The provider does not accept our key, or is not set up.</summary>
    Misconfigured,

    /// <summary>The provider is busy.</summary>
    Busy,

    /// <summary>It was tried for days.</summary>
    GaveUp,

    Other,
}
