using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace Portal.Web.Api;

/// <summary>
/// Reads the members of a JSON object one by one. What is missing, of the wrong kind or out of bounds is told by its path and read as the fallback, so that
/// one reading finds every fault; <see cref="Close"/> tells the members that nobody asked for.
/// </summary>
public sealed class JsonFields
{
    private const int MaxShownName = 40;

    private readonly JsonElement _object;
    private readonly JsonFaults _faults;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public JsonFields(JsonElement element, string path, JsonFaults faults)
    {
        (_object, Path, _faults) = (element, path, faults);
        if (!IsObject)
        {
            faults.Add(path, "must be an object");
        }
    }

    /// <summary>Where the object is.</summary>
    public string Path { get; }

    private bool IsObject => _object.ValueKind == JsonValueKind.Object;

    /// <summary>Tells a fault of a member, or of the object itself when the name is empty.</summary>
    public void Fault(string name, string message) => _faults.Add(name.Length == 0 ? Path : $"{Path}.{name}", message);

    /// <summary>A text that must be there and hold more than blanks; empty after a fault.</summary>
    /// <param name="name">The member.</param>
    /// <param name="max">The longest, in UTF-16 units.</param>
    /// <param name="hasLines">Line breaks and tabs are allowed.</param>
    public string Text(string name, int max, bool hasLines = false)
    {
        if (Find(name) is not { } element)
        {
            return Missing(name, "");
        }

        var text = TextOf(element, $"{Path}.{name}", max, hasLines);
        if (text is "")
        {
            Fault(name, "must not be empty");
        }

        return text ?? "";
    }

    /// <summary>A text that may be left out, null or empty; then it is null.</summary>
    public string? OptionalText(string name, int max, bool hasLines = false) =>
        Find(name) is { } element && TextOf(element, $"{Path}.{name}", max, hasLines) is { Length: > 0 } text ? text : null;

    /// <summary>A whole number within bounds; without a fallback it must be there.</summary>
    public long Whole(string name, long min, long max, long? fallback = null) =>
        Find(name) is null ? fallback ?? Missing(name, min) : OptionalWhole(name, min, max) ?? min;

    /// <summary>A whole number within bounds that may be left out or null.</summary>
    public long? OptionalWhole(string name, long min, long max)
    {
        if (Find(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) && number >= min && number <= max)
        {
            return number;
        }

        Fault(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"));
        return null;
    }

    /// <summary>A truth value; the fallback when it is left out or null.</summary>
    public bool Flag(string name, bool fallback)
    {
        if (Find(name) is not { } element)
        {
            return fallback;
        }

        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        Fault(name, "must be true or false");
        return fallback;
    }

    /// <summary>A point in time that must be there.</summary>
    public DateTimeOffset Time(string name) => Find(name) is null ? Missing<DateTimeOffset>(name, default) : OptionalTime(name) ?? default;

    /// <summary>A point in time with its offset, ISO 8601, such as <c>2026-11-18T10:00:00Z</c>; null when it is left out, null or faulty. Finer than 100 ns is cut off.</summary>
    public DateTimeOffset? OptionalTime(string name)
    {
        if (Find(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String
            && OffsetDateTimePattern.ExtendedIso.Parse(element.GetString()!).TryGetValue(default, out var time)
            && time.Year is >= 2000 and < 2100)
        {
            return time.ToInstant().ToDateTimeOffset();
        }

        Fault(name, "must be a point in time of this century with its offset, such as 2026-11-18T10:00:00Z");
        return null;
    }

    /// <summary>A day, ISO 8601, such as <c>2026-11-18</c>; null when it is left out, null or faulty.</summary>
    public DateOnly? OptionalDay(string name)
    {
        if (Find(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String && LocalDatePattern.Iso.Parse(element.GetString()!).TryGetValue(default, out var day) && day.Year is >= 2000 and < 2100)
        {
            return day.ToDateOnly();
        }

        Fault(name, "must be a day of this century, such as 2026-11-18");
        return null;
    }

    /// <summary>One of a few words, in any case; null when it is left out, null or faulty.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Find(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String
            && Enum.GetNames<T>().FirstOrDefault(known => string.Equals(known, element.GetString(), StringComparison.OrdinalIgnoreCase)) is { } word)
        {
            return Enum.Parse<T>(word);
        }

        Fault(name, $"must be one of {string.Join(", ", Enum.GetNames<T>())}");
        return null;
    }

    /// <summary>One of a few words that must be there.</summary>
    public T Chosen<T>(string name)
        where T : struct, Enum => Find(name) is null ? Missing<T>(name, default) : Choice<T>(name) ?? default;

    /// <summary>A list of short texts, none of them empty or twice; empty when it is left out.</summary>
    public IReadOnlyList<string> Texts(string name, int maxItems, int max)
    {
        var texts = new List<string>();
        foreach (var (element, path) in Items(name, 0, maxItems))
        {
            var text = TextOf(element, path, max, hasLines: false);
            if (text is "" || (text is not null && texts.Contains(text, StringComparer.Ordinal)))
            {
                _faults.Add(path, text.Length == 0 ? "must not be empty" : "is there twice");
            }
            else if (text is not null)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>A list of objects, each read by <paramref name="read"/> and closed.</summary>
    public IReadOnlyList<T> Objects<T>(string name, int min, int max, Func<JsonFields, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var list = new List<T>();
        foreach (var (element, path) in Items(name, min, max))
        {
            var fields = new JsonFields(element, path, _faults);
            if (fields.IsObject)
            {
                list.Add(read(fields));
                fields.Close();
            }
        }

        return list;
    }

    /// <summary>Tells every member that was not asked for.</summary>
    public void Close()
    {
        foreach (var name in IsObject ? _object.EnumerateObject().Select(member => member.Name).Where(name => !_known.Contains(name)) : [])
        {
            _faults.Add($"{Path}['{Shown(name)}']", $"is not known here; known are {string.Join(", ", _known)}");
        }
    }

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return IsObject && _object.TryGetProperty(name, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;
    }

    private T Missing<T>(string name, T fallback)
    {
        if (IsObject)
        {
            Fault(name, "is missing");
        }

        return fallback;
    }

    private List<(JsonElement Element, string Path)> Items(string name, int min, int max)
    {
        if (Find(name) is not { } element)
        {
            return min > 0 ? Missing<List<(JsonElement, string)>>(name, []) : [];
        }

        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() < min || element.GetArrayLength() > max)
        {
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"must be a list of {min} to {max} items"));
            return [];
        }

        return [.. element.EnumerateArray().Select((item, index) => (item, string.Create(CultureInfo.InvariantCulture, $"{Path}.{name}[{index}]")))];
    }

    private string? TextOf(JsonElement element, string path, int max, bool hasLines)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            _faults.Add(path, "must be a text");
            return null;
        }

        var text = element.GetString()!.Trim();
        if (text.Length > max)
        {
            _faults.Add(path, string.Create(CultureInfo.InvariantCulture, $"must have at most {max} characters"));
            return null;
        }

        if (text.EnumerateRunes().Any(rune => Rune.IsControl(rune) && !(hasLines && rune.Value is '\n' or '\r' or '\t')))
        {
            _faults.Add(path, "must not have control characters");
            return null;
        }

        return text;
    }

    private static string Shown(string name) =>
        TextIn(name.Length > MaxShownName ? name[..MaxShownName] + "…" : name);

    private static string TextIn(string name) => string.Concat(name.EnumerateRunes().Select(rune => Rune.IsControl(rune) ? "?" : rune.ToString()));
}
