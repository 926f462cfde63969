using NodaTime;
using Portal.Knowledge.Articles;
using Portal.Returns;
using Portal.Web.Resources;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Portal.Web.Content;

/// <summary>Reads <c>site.yaml</c>. Every fault is reported with its place and what to write instead; nothing is thrown.</summary>
public sealed class SiteReader
{
    private const int MaxDepth = 16;

    private static readonly string[] Keys = ["name", "logo", "accent", "locales", "defaultLocale", "markets", "contact", "imprint", "returnAddress", "editUrl"];

    private readonly string _file;
    private readonly List<Finding> _findings = [];

    private SiteReader(string file) => _file = file;

    /// <summary>The settings, or null with at least one finding.</summary>
    public static (SiteSettings? Site, IReadOnlyList<Finding> Findings) Read(string file, string text)
    {
        var reader = new SiteReader(file);
        try
        {
            if (IsTooDeep(text))
            {
                reader.Report(null, $"site.yaml nests deeper than {MaxDepth} levels", "write it flat, as in the shipped one");
                return (null, reader._findings);
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is not [{ RootNode: YamlMappingNode root }])
            {
                reader.Report(null, "site.yaml must hold one mapping", "start with 'name: Your shop'");
                return (null, reader._findings);
            }

            var site = reader.ReadRoot(root);
            return (reader._findings.Count == 0 ? site : null, reader._findings);
        }
        catch (InvalidOperationException fault)
        {
            reader.Report(null, fault.Message, null);
            return (null, reader._findings);
        }
        catch (YamlException fault)
        {
            reader._findings.Add(new Finding(Severity.Error, "site", file, (int)fault.Start.Line, (int)fault.Start.Column, fault.Message, null));
            return (null, reader._findings);
        }
    }

    // Nodes are built by recursion, so depth is checked on the parser's events first.
    private static bool IsTooDeep(string text)
    {
        var depth = 0;
        var parser = new Parser(new StringReader(text));
        while (depth <= MaxDepth && parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
        }

        return depth > MaxDepth;
    }

    private SiteSettings? ReadRoot(YamlMappingNode root)
    {
        CheckKeys(root, Keys);
        var name = Text(root, "name", required: true);
        var accentText = Text(root, "accent", required: true);
        var accent = AccentColour.TryParse(accentText);
        if (accentText is not null && accent is null)
        {
            Report(Child(root, "accent"), $"'{accentText}' is not a colour", "write it as \"#1f5f4a\"");
        }

        var locales = Locales(root);
        var defaultCode = Text(root, "defaultLocale", required: false) ?? (locales.Count > 0 ? locales[0].Code : "en");
        var defaultLocale = locales.FirstOrDefault(locale => string.Equals(locale.Code, defaultCode, StringComparison.Ordinal));
        if (defaultLocale is null && locales.Count > 0)
        {
            Report(Child(root, "defaultLocale"), $"'{defaultCode}' is not among the locales", $"choose one of {string.Join(", ", locales.Select(locale => locale.Code))}");
        }

        var editUrl = Text(root, "editUrl", required: false);
        if (editUrl is not null && !(editUrl.Contains(SiteSettings.FilePart, StringComparison.Ordinal) && Uri.TryCreate(editUrl, UriKind.Absolute, out var edit) && edit.Scheme is "https" or "http"))
        {
            Report(Child(root, "editUrl"), $"editUrl is an address with {SiteSettings.FilePart} in it", "write it as https://github.com/you/shop/edit/main/content/{file}");
        }

        var markets = Markets(root);
        var contact = Contact(root);
        var imprint = LinesByKey(root, "imprint");
        var addresses = LinesByKey(root, "returnAddress");
        return name is null || accent is null || defaultLocale is null
            ? null
            : new SiteSettings
            {
                Name = name,
                Logo = Text(root, "logo", required: false),
                Accent = accent,
                Locales = locales,
                DefaultLocale = defaultLocale,
                Markets = markets,
                Contact = contact,
                Imprint = imprint,
                ReturnAddresses = addresses,
                EditUrl = editUrl,
            };
    }

    private List<Locale> Locales(YamlMappingNode root)
    {
        var locales = new List<Locale>();
        if (Child(root, "locales") is not YamlSequenceNode { Children.Count: > 0 } sequence)
        {
            Report(Child(root, "locales") ?? root, "locales must list at least one language", "locales: [en]");
            return locales;
        }

        foreach (var node in sequence)
        {
            var locale = Locale.TryOf((node as YamlScalarNode)?.Value);
            if (locale is null || locales.Contains(locale))
            {
                Report(node, $"'{node}' is not a locale that can be switched on here", $"choose from {string.Join(", ", Locale.All.Select(known => known.Code))}, each once");
                continue;
            }

            locales.Add(locale);
        }

        return locales;
    }

    private Dictionary<string, Market> Markets(YamlMappingNode root)
    {
        var markets = new Dictionary<string, Market>(StringComparer.Ordinal);
        if (Child(root, "markets") is not YamlMappingNode { Children.Count: > 0 } mapping)
        {
            Report(Child(root, "markets") ?? root, "markets must name at least one country", "markets: { DE: { currency: EUR, zone: Europe/Berlin, locale: de } }");
            return markets;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var code = (key as YamlScalarNode)?.Value ?? "";
            if (code.Length != 2 || !code.All(char.IsAsciiLetterUpper) || value is not YamlMappingNode market)
            {
                Report(key, $"'{code}' is not a market", "use a two-letter country code in capitals with currency, zone and locale");
                continue;
            }

            CheckKeys(market, ["currency", "zone", "locale"]);
            var currency = Currency.TryOf(Text(market, "currency", required: true) ?? "");
            var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(Text(market, "zone", required: true) ?? "");
            var locale = Text(market, "locale", required: true);
            if (currency is null)
            {
                Report(Child(market, "currency") ?? market, "unknown currency", "an ISO 4217 code such as EUR");
            }

            if (zone is null)
            {
                Report(Child(market, "zone") ?? market, "unknown time zone", "an IANA name such as Europe/Berlin");
            }

            if (currency is not null && zone is not null && locale is not null)
            {
                markets[code] = new Market(code, currency, zone, locale);
            }
        }

        return markets;
    }

    private ContactSettings Contact(YamlMappingNode root)
    {
        if (Child(root, "contact") is not YamlMappingNode contact)
        {
            Report(Child(root, "contact") ?? root, "contact is missing", "contact: { email: help@example.com, hours: { en: … } }");
            return new ContactSettings(null, null, new Dictionary<string, string>(StringComparer.Ordinal));
        }

        CheckKeys(contact, ["phone", "email", "hours"]);
        var hours = Child(contact, "hours") is YamlMappingNode mapping
            ? mapping.Children.ToDictionary(pair => Scalar(pair.Key), pair => Scalar(pair.Value), StringComparer.Ordinal)
            : [];
        return new ContactSettings(Text(contact, "phone", required: false), Text(contact, "email", required: false), hours);
    }

    private Dictionary<string, IReadOnlyList<string>> LinesByKey(YamlMappingNode root, string key)
    {
        var lines = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (Child(root, key) is not YamlMappingNode mapping)
        {
            Report(Child(root, key) ?? root, $"{key} is missing", $"{key}: a mapping to lists of lines");
            return lines;
        }

        foreach (var (name, value) in mapping.Children)
        {
            if (value is YamlSequenceNode sequence)
            {
                lines[Scalar(name)] = sequence.Select(Scalar).ToList();
            }
            else
            {
                Report(value, $"{key} needs a list of lines", "- one line");
            }
        }

        return lines;
    }

    private void CheckKeys(YamlMappingNode mapping, string[] known)
    {
        foreach (var key in mapping.Children.Keys.Where(key => !known.Contains(Scalar(key), StringComparer.Ordinal)))
        {
            Report(key, $"unknown key '{Scalar(key)}'", $"known here: {string.Join(", ", known)}");
        }
    }

    private string? Text(YamlMappingNode mapping, string key, bool required)
    {
        var node = Child(mapping, key);
        if (node is YamlScalarNode { Value.Length: > 0 } scalar)
        {
            return scalar.Value;
        }

        if (required || node is not null)
        {
            Report(node ?? mapping, $"{key} needs a text", null);
        }

        return null;
    }

    private static YamlNode? Child(YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(pair => string.Equals(Scalar(pair.Key), key, StringComparison.Ordinal)).Value;

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private void Report(YamlNode? at, string message, string? fix) =>
        _findings.Add(new Finding(Severity.Error, "site", _file, (int)(at?.Start.Line ?? 1), (int)(at?.Start.Column ?? 1), message, fix));
}
