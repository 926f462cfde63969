using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Api;

/// <summary>The body of a call: JSON of bounded size and depth.</summary>
/// <param name="Bytes">As it was sent.</param>
/// <param name="Document">What it says.</param>
public sealed record ApiBody(ReadOnlyMemory<byte> Bytes, JsonDocument Document)
{
    /// <summary>The longest body, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Reads the body whole; or says why it cannot be read.</summary>
    public static async Task<(ApiBody? Body, ProblemDetails? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasJsonContentType())
        {
            return (null, ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "not-json", "Send JSON with the Content-Type application/json."));
        }

        using var copy = new MemoryStream();
        try
        {
            var buffer = new byte[16 * 1024];
            for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
            {
                copy.Write(buffer, 0, read);
                if (copy.Length > MaxBytes)
                {
                    return (null, TooBig());
                }
            }
        }
        catch (BadHttpRequestException fault)
        {
            // The server's own limit, or a body that ends too early.
            return (null, fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooBig() : ApiProblem.Of(fault.StatusCode, "unreadable", "The body could not be read to its end."));
        }

        var bytes = copy.ToArray();
        return StrictJson.Parse(bytes) switch
        {
            ({ } document, _) => (new ApiBody(bytes, document), null),
            (_, var fault) => (null, ApiProblem.Of(StatusCodes.Status400BadRequest, "unreadable", $"The body is not the JSON that is wanted. {fault}")),
        };
    }

    private static ProblemDetails TooBig() =>
        ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "too-big", FormattableString.Invariant($"A body has at most {MaxBytes} bytes."));
}
