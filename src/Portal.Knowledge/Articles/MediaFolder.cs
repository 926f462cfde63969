using System.Collections.Concurrent;
using System.Globalization;
using System.Xml;
using MetadataExtractor;

namespace Portal.Knowledge.Articles;

/// <summary>Pictures and videos below <c>media</c>.</summary>
internal sealed class MediaFolder(string root)
{
    private static readonly HashSet<string> Videos = new(StringComparer.OrdinalIgnoreCase) { ".mp4", ".webm" };

    private static readonly string[] Posters = [".webp", ".jpg", ".png", ".svg"];

    private readonly ConcurrentDictionary<string, (int Width, int Height)?> _sizes = new(StringComparer.Ordinal);

    public static bool IsVideo(string path) => Videos.Contains(Path.GetExtension(path));

    /// <summary>True when <c>/media/…</c> names a file that is there.</summary>
    public bool Has(string path) => File.Exists(Full(path));

    /// <summary>Width and height of a picture in pixels; null where the file does not tell.</summary>
    public (int Width, int Height)? Size(string path) => _sizes.GetOrAdd(path, Read);

    /// <summary>The picture shown before a video plays: a file of the same name beside it.</summary>
    public string? Poster(string video) => Posters.Select(ending => Path.ChangeExtension(video, ending)).FirstOrDefault(Has);

    /// <summary>The captions of a video: a <c>.vtt</c> file of the same name beside it.</summary>
    public string? Captions(string video) => Path.ChangeExtension(video, ".vtt") is var captions && Has(captions) ? captions : null;

    private string Full(string path) => Path.Combine(root, path.TrimStart('/'));

    private (int Width, int Height)? Read(string path)
    {
        try
        {
            return !Has(path) ? null
                : string.Equals(Path.GetExtension(path), ".svg", StringComparison.OrdinalIgnoreCase) ? Drawing(Full(path))
                : Photo(Full(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or XmlException or ImageProcessingException or FormatException)
        {
            return null;
        }
    }

    private static (int Width, int Height)? Drawing(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        reader.MoveToContent();
        var box = reader.GetAttribute("viewBox")?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return (Pixels(reader.GetAttribute("width")), Pixels(reader.GetAttribute("height"))) is ({ } width, { } height) ? (width, height)
            : box is [_, _, var across, var down] && (Pixels(across), Pixels(down)) is ({ } wide, { } high) ? (wide, high)
            : null;
    }

    private static int? Pixels(string? written) =>
        double.TryParse(written?.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 1 and < 100_000 ? (int)Math.Round(value) : null;

    private static (int Width, int Height)? Photo(string path)
    {
        var tags = ImageMetadataReader.ReadMetadata(path).SelectMany(directory => directory.Tags.Select(tag => (directory, tag))).ToList();
        return (Find("Image Width"), Find("Image Height")) is ({ } width, { } height) ? (width, height) : null;

        int? Find(string name) => tags.Where(one => string.Equals(one.tag.Name, name, StringComparison.Ordinal))
            .Select(one => one.directory.TryGetInt32(one.tag.Type, out var value) ? value : (int?)null)
            .FirstOrDefault(value => value > 0);
    }
}
