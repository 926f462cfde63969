using NodaTime;

namespace Portal.Web.Api;

/// <summary>A key with which a program of the shop uses the API. Only its hash is stored.</summary>
public sealed class ApiKey
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What people call it, such as <c>warehouse</c>; unique.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key, lower-case hex; unique.</summary>
    public required string Hash { get; init; }

    public Instant CreatedAt { get; init; }

    /// <summary>Since when it is refused; null while it is good.</summary>
    public Instant? RevokedAt { get; set; }
}
