using System.Globalization;
using System.Text.Json;

namespace Portal.Web.Api;

/// <summary>Reads JSON text as RFC 8259 has it: no comments, no trailing commas, no member twice, not nested deeper than any document of ours, and only text that is Unicode.</summary>
public static class StrictJson
{
    /// <summary>How deep arrays and objects may be nested.</summary>
    public const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The document, or null and why not, with line and column.</summary>
    public static (JsonDocument? Document, string? Fault) Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            return NotUnicode(text.Span) is { } place
                ? (null, $"A text {place} is not Unicode: it has half of a surrogate pair.")
                : (JsonDocument.Parse(text, Options), null);
        }
        catch (JsonException fault)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"Line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}: {Plain(fault.Message)}"));
        }
    }

    // An escaped half of a surrogate pair passes the parser and throws when it is read.
    private static string? NotUnicode(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                try
                {
                    reader.GetString();
                }
                catch (InvalidOperationException)
                {
                    return string.Create(CultureInfo.InvariantCulture, $"at byte {reader.TokenStartIndex + 1}");
                }
            }
        }

        return null;
    }

    // The parser's sentence without its own, zero-based, place.
    private static string Plain(string message)
    {
        var place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var path = message.IndexOf(" Path:", StringComparison.Ordinal);
        var end = (place, path) switch { ( < 0, < 0) => message.Length, ( < 0, _) => path, (_, < 0) => place, _ => Math.Min(place, path) };
        return message[..end];
    }
}
