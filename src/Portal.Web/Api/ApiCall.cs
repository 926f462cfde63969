using NodaTime;

namespace Portal.Web.Api;

/// <summary>A call that a program may repeat under its <c>Idempotency-Key</c>: what was asked, and the answer that every repetition gets.</summary>
public sealed class ApiCall
{
    /// <summary>Made of the API key and the idempotency key.</summary>
    public Guid Id { get; init; }

    public Guid ApiKeyId { get; init; }

    /// <summary>SHA-256 of the body, lower-case hex.</summary>
    public required string BodyHash { get; init; }

    public Instant CreatedAt { get; init; }

    /// <summary>HTTP status of the answer.</summary>
    public int Status { get; set; }

    /// <summary>JSON of the answer.</summary>
    public string Answer { get; set; } = "";
}
