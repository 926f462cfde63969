using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Data;
using Stripe;

namespace Portal.Web.Payments.Stripe;

/// <summary>Takes Stripe's events: checks the signature over the bytes as they came, stores the event, answers. What it means is worked out afterwards.</summary>
public static class StripeWebhook
{
    /// <summary>The largest body that is read, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    private const string Signature = "Stripe-Signature";

    private const long ToleranceSeconds = 300;

    private const int LongestTime = 12;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.");

    /// <summary>200 when it is stored, known already or of no use here; 400 when Stripe has not sent it so; 413 when it is too large; 404 when Stripe is not connected.</summary>
    public static async Task<IResult> ReceiveAsync(
        HttpRequest request, [FromServices] StripeSettings settings, [FromServices] PortalDbContext database, [FromServices] TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(clock);
        if (settings is not { SecretKey: not null, WebhookSecret: { } secret })
        {
            return Results.Problem("Stripe's events are not taken here: Stripe:SecretKey or Stripe:WebhookSecret is not set.", statusCode: StatusCodes.Status404NotFound);
        }

        if (await ReadAsync(request, cancellation) is not { } body)
        {
            return Results.Problem($"The body is larger than {MaxBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        if (!IsSigned(body, request.Headers[Signature].ToString(), secret, clock.GetUtcNow()))
        {
            return Results.Problem("The signature does not fit the body, or is too old.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (Parse(body) is not { } said)
        {
            return Results.Problem("The body is not an event.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (StripeEventTypes.IsKnown(said.Type))
        {
            await StoreAsync(said, database, Instant.FromDateTimeOffset(clock.GetUtcNow()), cancellation);
        }

        return Results.Ok();
    }

    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        var buffer = new byte[MaxBytes + 1];
        try
        {
            var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
            return read > MaxBytes ? null : Encoding.UTF8.GetString(buffer, 0, read);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static bool IsSigned(string body, string header, string secret, DateTimeOffset now)
    {
        if (!IsShaped(header))
        {
            return false;
        }

        try
        {
            EventUtility.ValidateSignature(body, header, secret, ToleranceSeconds, now.ToUnixTimeSeconds());
            return true;
        }
        catch (StripeException)
        {
            return false;
        }
    }

    // The library takes a header of the right shape for granted: t=1700000000,v1=…
    private static bool IsShaped(string header)
    {
        var parts = header.Split(',', StringSplitOptions.TrimEntries);
        var times = parts.Where(part => part.StartsWith("t=", StringComparison.Ordinal)).ToList();
        return parts.All(part => part.IndexOf('=', StringComparison.Ordinal) > 0) && times is [{ Length: > 2 and <= LongestTime + 2 } time] && time.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    // Read by hand: an event of a newer or older version of the API is as good.
    private static Said? Parse(string body)
    {
        try
        {
            using var parsed = JsonDocument.Parse(body);
            return parsed.RootElement is { ValueKind: JsonValueKind.Object } root
                && Name(root, "id") is { } id
                && Name(root, "type") is { } type
                && root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
                && data.TryGetProperty("object", out var about) && about.ValueKind == JsonValueKind.Object
                    // Some objects have no name of their own; none that matter here.
                    ? new Said(id, type, Name(about, "id") ?? "")
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Name(JsonElement owner, string property) =>
        owner.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 and <= StripeEvent.MaxLength } text && text.AsSpan().IndexOfAnyExcept(NameCharacters) < 0
            ? text
            : null;

    private static async Task StoreAsync(Said said, PortalDbContext database, Instant now, CancellationToken cancellation)
    {
        if (await database.StripeEvents.AnyAsync(known => known.Id == said.Id, cancellation))
        {
            return;
        }

        database.StripeEvents.Add(new StripeEvent { Id = said.Id, Type = said.Type, ObjectId = said.ObjectId, ReceivedAt = now, NextAt = now });
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (database.StripeEvents.AsNoTracking().Any(known => known.Id == said.Id))
        {
            // It came twice at once; one is as good as the other.
        }
    }

    private sealed record Said(string Id, string Type, string ObjectId);
}
