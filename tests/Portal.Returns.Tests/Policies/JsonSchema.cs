using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Portal.Returns.Tests.Policies;

/// <summary>As much of JSON Schema as the schema of policies uses; any other keyword throws.</summary>
internal static class JsonSchema
{
    private static readonly string[] Notes = ["$schema", "$defs", "title", "description"];

    /// <summary>Where the document is not as the schema wants it, or null.</summary>
    public static string? Fault(JsonObject root, string yaml)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(yaml);
        stream.Load(reader);
        return Fault(root, root, Json(stream.Documents[0].RootNode), "");
    }

    private static string? Fault(JsonObject root, JsonObject schema, JsonNode? value, string path) => schema
        .Where(keyword => !Notes.Contains(keyword.Key, StringComparer.Ordinal))
        .Select(keyword => Fault(root, schema, keyword.Key, keyword.Value!, value, path))
        .FirstOrDefault(fault => fault is not null);

    private static string? Fault(JsonObject root, JsonObject schema, string keyword, JsonNode wanted, JsonNode? value, string path)
    {
        var (properties, items) = (value as JsonObject, value as JsonArray);
        var known = schema["properties"] as JsonObject;
        return keyword switch
        {
            "$ref" => Fault(root, root["$defs"]![wanted.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, path),
            "anyOf" => wanted.AsArray().Any(Fits) ? null : $"{path}: fits nothing of {wanted.ToJsonString()}",
            "oneOf" => wanted.AsArray().Count(Fits) == 1 ? null : $"{path}: fits not exactly one of {wanted.ToJsonString()}",
            "enum" => Holds(wanted.AsArray().Any(word => JsonNode.DeepEquals(word, value))),
            "const" => Holds(JsonNode.DeepEquals(wanted, value)),
            "type" => Holds((wanted as JsonArray ?? [wanted.DeepClone()]).Any(type => type!.GetValue<string>() == TypeOf(value) || (type.GetValue<string>() is "number" && TypeOf(value) is "integer"))),
            "pattern" => Holds(TypeOf(value) is not "string" || Regex.IsMatch(value!.GetValue<string>(), wanted.GetValue<string>(), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1))),
            "minimum" => Holds(TypeOf(value) is not "integer" || value!.GetValue<long>() >= wanted.GetValue<long>()),
            "maximum" => Holds(TypeOf(value) is not "integer" || value!.GetValue<long>() <= wanted.GetValue<long>()),
            "minItems" => Holds(items is null || items.Count >= wanted.GetValue<int>()),
            "minProperties" => Holds(properties is null || properties.Count >= wanted.GetValue<int>()),
            "required" => Holds(properties is null || wanted.AsArray().All(key => properties.ContainsKey(key!.GetValue<string>()))),
            "items" => items?.Select((item, i) => Fault(root, wanted.AsObject(), item, $"{path}/{i}")).FirstOrDefault(fault => fault is not null),
            "properties" => properties?.Where(entry => known!.ContainsKey(entry.Key)).Select(entry => Fault(root, known![entry.Key]!.AsObject(), entry.Value, $"{path}/{entry.Key}")).FirstOrDefault(fault => fault is not null),
            "propertyNames" => properties?.Select(entry => Fault(root, wanted.AsObject(), entry.Key, $"{path}/{entry.Key}")).FirstOrDefault(fault => fault is not null),
            "additionalProperties" => properties?.Where(entry => known?.ContainsKey(entry.Key) is not true)
                .Select(entry => wanted is JsonObject rest ? Fault(root, rest, entry.Value, $"{path}/{entry.Key}") : $"{path}: {entry.Key} is unknown")
                .FirstOrDefault(fault => fault is not null),
            _ => throw new NotSupportedException(keyword),
        };

        bool Fits(JsonNode? other) => Fault(root, other!.AsObject(), value, path) is null;

        string? Holds(bool holds) => holds ? null : $"{path}: {value?.ToJsonString() ?? "null"} is not {keyword} {wanted.ToJsonString()}";
    }

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.String => "string",
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.Number => value.AsValue().TryGetValue<long>(out _) ? "integer" : "number",
        _ => "boolean",
    };

    /// <summary>YAML as an editor sees it: plain scalars are truth or numbers where the core schema of YAML 1.2 says so.</summary>
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode { Style: not YamlDotNet.Core.ScalarStyle.Plain, Value: var text } => text,
        YamlScalarNode { Value: "true" or "false" } truth => truth.Value is "true",
        YamlScalarNode { Value: "" or "~" or "null" } => null,
        YamlScalarNode { Value: var text } when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        YamlScalarNode { Value: var text } when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => ((YamlScalarNode)node).Value,
    };
}
