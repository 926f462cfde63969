using System.IO.Compression;

namespace Portal.Web.Content;

/// <summary>A public page as bytes, in every encoding that a browser may ask for.</summary>
public sealed class KeptPage
{
    private static readonly string[] Encodings = ["br", "gzip", ""];

    private readonly byte[] _plain;
    private readonly byte[] _brotli;
    private readonly byte[] _gzip;

    /// <summary>Compresses a page once, as small as it gets.</summary>
    /// <param name="type">Its content type.</param>
    /// <param name="plain">What was rendered.</param>
    public KeptPage(string type, byte[] plain)
    {
        (Type, _plain) = (type, plain);
        _brotli = Compress(output => new BrotliStream(output, CompressionLevel.SmallestSize));
        _gzip = Compress(output => new GZipStream(output, CompressionLevel.SmallestSize));
    }

    public string Type { get; }

    /// <summary>The best encoding that a request accepts: <c>br</c>, <c>gzip</c> or empty for none.</summary>
    public static string Best(string? accepted) => Encodings.First(encoding => encoding.Length == 0 || Accepts(accepted, encoding));

    public ReadOnlyMemory<byte> Bytes(string encoding) => encoding switch { "br" => _brotli, "gzip" => _gzip, _ => _plain };

    private static bool Accepts(string? accepted, string encoding) => accepted is not null && accepted.Split(',').Any(one =>
        one.Split(';') is [var name, .. var quality]
        && string.Equals(name.Trim(), encoding, StringComparison.OrdinalIgnoreCase)
        && !quality.Any(part => part.Trim() is "q=0" or "q=0.0"));

    private byte[] Compress(Func<Stream, Stream> compressor)
    {
        using var output = new MemoryStream();
        using (var compressing = compressor(output))
        {
            compressing.Write(_plain);
        }

        return output.ToArray();
    }
}
