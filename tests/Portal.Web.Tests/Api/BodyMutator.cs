using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Portal.Web.Tests.Api;

/// <summary>Spoils sound JSON bodies in the ways that programs and attackers do. The same seed spoils alike.</summary>
public sealed class BodyMutator(int seed)
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "2", "1.5", "1e3", "1e309", "-0", "0.0", "1000", "1001", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "123456789012345678901234567890", "\"\"", "\" \"", "\"0\"", "\"A\"", "\"B\"", "\"Refund\"", "\"Keep\"", "\"SendBack\"", "\"approve\"", "\"refuse\"", "\"Damaged\"", "\"ChangedMind\"", "\"Missing\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udfff\\ud800\"", "\"\\u202e\"", "\"\\ufffe\"", "\"a\\nb\"", "\"<script>\"", "\"'; DROP TABLE Orders; --\"", "\"../../etc/passwd\"", "\"${jndi:ldap://x}\"", "\"{{7*7}}\"",
        "\"2026-11-18T10:00:00Z\"", "\"2026-11-18\"", "\"9999-12-31T23:59:59-18:00\"", "\"0000-00-00\"", "\"2026-11-18T10:00:00.123456789012Z\"", "\"-9998-01-01T00:00:00+18:00\"", "\"javascript:alert(1)\"",
        "\"JPY\"", "\"KWD\"", "\"XXX\"", "\"GB\"", "\"US\"", "\"Manual\"", "\"Demo\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"a\":{}}", "[1,2,3]",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A spoiled copy; now and then a sound one.</summary>
    public byte[] Spoil(JsonNode sound)
    {
        ArgumentNullException.ThrowIfNull(sound);
        var node = sound.DeepClone();
        var text = _random.Next(40) == 0 ? node.ToJsonString() : null;
        for (var times = _random.Next(1, 4); text is null && times > 0; times--)
        {
            text = Change(node);
        }

        var bytes = Encoding.UTF8.GetBytes(text ?? node.ToJsonString());
        return _random.Next(5) == 0 ? SpoilBytes(bytes) : bytes;
    }

    // Text where the change cannot be said as a tree.
    private string? Change(JsonNode root)
    {
        var all = Descendants(root).ToList();
        var target = all[_random.Next(all.Count)];
        switch (_random.Next(9))
        {
            case 0 when target.Parent is JsonObject parent:
                parent.Remove(target.GetPropertyName());
                return null;
            case 1 when target.Parent is JsonArray list:
                list.Add(target.DeepClone());
                return null;
            case 2 when target is JsonObject there:
                there[Pick(["", "colour", "__proto__", "$type", "number", "id", "Lines", new string('n', 5000), "a\u0001b"])] = 1;
                return null;
            case 3 when target.Parent is JsonArray from:
                from.RemoveAt(target.GetElementIndex());
                return null;
            case 4 when target.Parent is JsonObject holder:
                holder[target.GetPropertyName()] = new string(Pick(["x", "9", "é", "漢", "\"", "\\", "\0"])[0], _random.Next(1, 70_000));
                return null;
            case 5 when target.Parent is JsonObject owner:
                // A member twice, with another value the second time.
                return root.ToJsonString().Replace($"\"{target.GetPropertyName()}\":", $"\"{target.GetPropertyName()}\":{Pick(Values)},\"{target.GetPropertyName()}\":", StringComparison.Ordinal);
            case 6:
                var depth = _random.Next(1, 3000);
                return root.ToJsonString().Replace(target.ToJsonString(), new string('[', depth) + new string(']', depth), StringComparison.Ordinal);
            default:
                // Any of the values, also those that no tree can hold.
                return Put(root, target, Pick(Values));
        }
    }

    private static string Put(JsonNode root, JsonNode target, string value)
    {
        const string Mark = "\"here it goes\"";
        if (target.Parent is null)
        {
            return value;
        }

        if (target.Parent is JsonArray list)
        {
            list[target.GetElementIndex()] = "here it goes";
        }
        else
        {
            target.Parent[target.GetPropertyName()] = "here it goes";
        }

        return root.ToJsonString().Replace(Mark, value, StringComparison.Ordinal);
    }

    private byte[] SpoilBytes(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return bytes;
        }

        var at = _random.Next(bytes.Length);
        switch (_random.Next(5))
        {
            case 0:
                return bytes[..at];
            case 1:
                bytes[at] = (byte)_random.Next(256);
                return bytes;
            case 2:
                return [.. bytes[..at], (byte)_random.Next(256), .. bytes[at..]];
            case 3:
                return [0xEF, 0xBB, 0xBF, .. bytes];
            default:
                return [.. bytes, .. Encoding.UTF8.GetBytes(_random.Next().ToString(CultureInfo.InvariantCulture))];
        }
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        yield return node;
        IEnumerable<JsonNode?> children = node switch { JsonObject members => members.Select(member => member.Value), JsonArray list => list, _ => [] };
        foreach (var child in children.OfType<JsonNode>().SelectMany(Descendants).ToList())
        {
            yield return child;
        }
    }
}
