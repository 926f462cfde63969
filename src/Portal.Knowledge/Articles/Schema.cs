using System.Globalization;

namespace Portal.Knowledge.Articles;

/// <summary>Asks for the fields of a mapping one by one, reports what is missing or malformed, and at the end what was never asked for.</summary>
internal sealed class Schema(ContentFile file, IReadOnlyDictionary<string, YamlField> fields, Position start, List<Finding> findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public bool Has(string name) => fields.ContainsKey(name);

    public string Text(string name, int longest)
    {
        if (Scalar(name) is not { } text)
        {
            return "";
        }

        if (text.Value.Length > longest)
        {
            Report(text.At, "too-long", $"\"{name}\" has {text.Value.Length} characters; {longest} are possible.", "Shorten it.");
        }

        return Composition.Compose(text.Value);
    }

    public string Slug(string name)
    {
        if (Scalar(name) is not { } text)
        {
            return "";
        }

        if (text.Value.Length > 80 || !text.Value.All(c => c == '-' || char.IsDigit(c) || (char.IsLetter(c) && !char.IsUpper(c))))
        {
            Report(text.At, "slug", $"\"{text.Value}\" cannot be part of an address.", "Use lower-case letters, digits and hyphens, at most 80.", Slugs.Of(text.Value) is { Length: > 0 } slug ? new Repair(text.Value, slug) : null);
        }

        return Composition.Compose(text.Value);
    }

    public IReadOnlyList<string> Texts(string name, int most, int longest)
    {
        if (Field(name) is not { } field)
        {
            return [];
        }

        if (field.Items is not { } items)
        {
            Report(field.Text!.At, "wrong-kind", $"\"{name}\" is a list.", "Write one item a line, each after a hyphen.");
            return [];
        }

        foreach (var item in items.Where(item => string.IsNullOrWhiteSpace(item.Value) || item.Value.Length > longest))
        {
            Report(item.At, "wrong-item", $"Each of \"{name}\" has 1 to {longest} characters.", null);
        }

        if (items.Count > most)
        {
            Report(items[most].At, "too-many", $"\"{name}\" has {items.Count} items; {most} are possible.", null);
        }

        return items.Select(item => Composition.Compose(item.Value)).ToList();
    }

    public int Whole(string name) =>
        Parse(name, "a whole number", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : (int?)null) ?? 0;

    public DateOnly Day(string name) =>
        Parse(name, "a day such as 2026-11-12", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : (DateOnly?)null) ?? default;

    public bool Flag(string name) =>
        Parse(name, "true or false", text => text switch { "true" => true, "false" => false, _ => (bool?)null }) ?? false;

    public T Choice<T>(string name, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Scalar(name) is not { } text)
        {
            return default;
        }

        if (!choices.TryGetValue(text.Value, out var value))
        {
            Report(text.At, "wrong-value", $"\"{text.Value}\" is no {name}.", Spelling.Suggest(text.Value, choices.Keys.ToList()), Spelling.Repair(text.Value, choices.Keys));
        }

        return value;
    }

    /// <summary>Reports every key that was never asked for.</summary>
    public void Close()
    {
        foreach (var field in fields.Values.Where(field => !_asked.Contains(field.Key.Value)))
        {
            Report(field.Key.At, "unknown-key", $"\"{field.Key.Value}\" is not a key of this file.", Spelling.Suggest(field.Key.Value, _asked), Spelling.Repair(field.Key.Value, _asked.Where(asked => !Has(asked))));
        }
    }

    /// <summary>The field if it is written, remembered as known either way.</summary>
    public bool Optional(string name)
    {
        _asked.Add(name);
        return Has(name);
    }

    public IReadOnlyDictionary<string, Position> Positions() =>
        fields.ToDictionary(pair => pair.Key, pair => pair.Value.Text?.At ?? pair.Value.Key.At, StringComparer.Ordinal);

    private T? Parse<T>(string name, string kind, Func<string, T?> parse)
        where T : struct
    {
        if (Scalar(name) is not { } text)
        {
            return null;
        }

        var value = parse(text.Value);
        if (value is null)
        {
            Report(text.At, "wrong-value", $"\"{name}\" is {kind}, not \"{text.Value}\".", null);
        }

        return value;
    }

    private YamlText? Scalar(string name)
    {
        if (Field(name) is not { } field)
        {
            return null;
        }

        if (field.Text is not { } text)
        {
            Report(field.Key.At, "wrong-kind", $"\"{name}\" is one text, not a list.", null);
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            Report(text.At, "empty", $"\"{name}\" is empty.", "Write it, or remove the line.");
            return null;
        }

        return text;
    }

    private YamlField? Field(string name)
    {
        _asked.Add(name);
        var field = fields.GetValueOrDefault(name);
        if (field is null)
        {
            Report(start, "missing-key", $"\"{name}\" is missing.", $"Add a line \"{name}: …\".");
        }

        return field;
    }

    private void Report(Position at, string code, string message, string? fix, Repair? repair = null) => findings.Add(file.Error(code, at, message, fix) with { Repair = repair });
}
