using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Knowledge.Articles;

/// <summary>A text in YAML and where it stands.</summary>
internal sealed record YamlText(string Value, Position At);

/// <summary>A key of the mapping with its value: one text, or a list of texts.</summary>
internal sealed record YamlField(YamlText Key, YamlText? Text, IReadOnlyList<YamlText>? Items);

/// <summary>
/// Reads a flat mapping of texts and lists of texts from parser events. No nodes are built, so neither depth nor
/// aliases can blow up, and every finding has its place.
/// </summary>
internal sealed class YamlFields
{
    private readonly ContentFile _file;
    private readonly int _linesBefore;
    private readonly List<Finding> _findings;
    private readonly Dictionary<string, YamlField> _fields = new(StringComparer.Ordinal);

    private YamlFields(ContentFile file, int linesBefore, List<Finding> findings)
    {
        _file = file;
        _linesBefore = linesBefore;
        _findings = findings;
    }

    /// <summary>The fields by key; null where the text is no flat mapping, with the finding that says why.</summary>
    /// <param name="file">The file that findings name.</param>
    /// <param name="yaml">The mapping.</param>
    /// <param name="linesBefore">How many lines of the file precede it.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static IReadOnlyDictionary<string, YamlField>? Read(ContentFile file, string yaml, int linesBefore, List<Finding> findings)
    {
        var fields = new YamlFields(file, linesBefore, findings);
        try
        {
            return fields.Read(new Parser(new StringReader(yaml))) ? fields._fields : null;
        }
        catch (YamlException failure)
        {
            fields.Report(fields.At(failure.Start), "yaml", $"This is not valid YAML: {failure.Message}", "Put texts with : or # into quotes, and indent with spaces.");
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException)
        {
            fields.Report(new Position(linesBefore + 1, 1), "yaml", $"This is not valid YAML: {failure.Message}", null);
        }

        return null;
    }

    private bool Read(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            Report(new Position(_linesBefore + 1, 1), "yaml", "Nothing is written here.", "Write at least title, summary, order and slug.");
            return false;
        }

        if (!parser.TryConsume<MappingStart>(out _))
        {
            Report(At(parser.Current!.Start), "yaml", "A list of keys with values is expected here.", "Write lines such as \"title: Returns\".");
            return false;
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key) || !ReadField(parser, new YamlText(key.Value, At(key.Start))))
            {
                Report(At(parser.Current!.Start), "yaml", "Only texts and lists of texts are possible here.", "Write it flat, without nesting, anchors or aliases.");
                return false;
            }
        }

        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            return true;
        }

        Report(At(parser.Current!.Start), "yaml", "A second document begins here.", "Keep one, without a line \"---\" in it.");
        return false;
    }

    private bool ReadField(Parser parser, YamlText key)
    {
        var field = parser.TryConsume<Scalar>(out var text)
            ? new YamlField(key, new YamlText(text.Value, At(text.Start)), null)
            : ReadItems(parser) is { } items ? new YamlField(key, null, items) : null;
        if (field is null)
        {
            return false;
        }

        if (!_fields.TryAdd(key.Value, field))
        {
            Report(key.At, "duplicate-key", $"\"{key.Value}\" is written twice.", $"It stands in line {_fields[key.Value].Key.At.Line} already; remove one.");
        }

        return true;
    }

    private List<YamlText>? ReadItems(Parser parser)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            return null;
        }

        var items = new List<YamlText>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var item))
            {
                return null;
            }

            items.Add(new YamlText(item.Value, At(item.Start)));
        }

        return items;
    }

    private Position At(Mark mark) => new((int)mark.Line + _linesBefore, (int)mark.Column);

    private void Report(Position at, string code, string message, string? fix) => _findings.Add(_file.Error(code, at, message, fix));
}
