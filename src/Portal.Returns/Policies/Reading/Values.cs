using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Portal.Returns.Policies;

/// <summary>Reads single values. Each gives null after an error.</summary>
internal sealed class Values(ErrorList errors)
{
    public string? Text(Node? node, string what)
    {
        switch (node)
        {
            case null:
                return null;
            case ScalarNode { Value: var value } when !string.IsNullOrWhiteSpace(value):
                return value;
            default:
                errors.AddWrong(node, $"{what} must be a word");
                return null;
        }
    }

    /// <summary>An identifier: small letters, digits and hyphens.</summary>
    public string? Id(Node? node, string what)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        if (text.Length <= 60 && char.IsAsciiLetterLower(text[0]) && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
        {
            return text;
        }

        errors.Add(node!, $"{what} '{ErrorList.Shorten(text)}' is not an identifier", "begin with a small letter; use small letters, digits and hyphens, at most 60");
        return null;
    }

    /// <summary>The key of an article: category/name.</summary>
    public string? ArticleKey(Node? node)
    {
        if (Text(node, "An article") is not { } text)
        {
            return null;
        }

        var parts = text.Split('/');
        if (parts.Length == 2 && parts.All(part => part.Length > 0 && part.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')))
        {
            return text;
        }

        errors.Add(node!, $"'{ErrorList.Shorten(text)}' is not an article's key", "write category/name, such as returns/return-policy");
        return null;
    }

    public bool? Truth(Node? node, string what)
    {
        switch (node)
        {
            case null:
                return null;
            case ScalarNode { Value: "true" }:
                return true;
            case ScalarNode { Value: "false" }:
                return false;
            default:
                errors.AddWrong(node, $"{what} must be true or false");
                return null;
        }
    }

    public LocalDate? Day(Node? node, string what)
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        // Arithmetic with days must stay within the calendar.
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 1900 and <= 2999 } day })
        {
            return day;
        }

        errors.Add(node!, $"{what} '{ErrorList.Shorten(text)}' is not a date", "write year-month-day, such as 2026-11-01");
        return null;
    }

    /// <summary>A market: two capital letters.</summary>
    public string? Market(Node node) => Market(node, "write two capital letters, such as DE");

    /// <summary>A market where the rest has a name too.</summary>
    public string? MarketOrElsewhere(Node node) =>
        Market(node, $"write two capital letters, such as DE, or {MarketValue.Elsewhere} for all other markets");

    /// <summary>A word of an enumeration; capitals do not count.</summary>
    public T? Word<T>(Node? node, string what)
        where T : struct, Enum
    {
        if (Text(node, what) is not { } text)
        {
            return null;
        }

        var names = Enum.GetNames<T>();
        if (Array.Find(names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return Enum.Parse<T>(known);
        }

        errors.AddUnknown(node!, what, text, names);
        return null;
    }

    /// <summary>A value or a list of values, at least one; values in error are left out.</summary>
    public IReadOnlyList<T> OneOrMore<T>(Node node, string what, Func<Node, T?> read)
        where T : struct
    {
        return [.. Items(node, what).Select(read).OfType<T>()];
    }

    /// <inheritdoc cref="OneOrMore{T}(Node, string, Func{Node, T?})"/>
    public IReadOnlyList<string> OneOrMore(Node node, string what, Func<Node, string?> read) => [.. Items(node, what).Select(read).OfType<string>()];

    /// <summary>The items of a list, or none after an error when it is no list.</summary>
    public IReadOnlyList<Node> List(Node? node, string what)
    {
        switch (node)
        {
            case null:
                return [];
            case SequenceNode { Items: var items }:
                return items;
            default:
                errors.AddWrong(node, $"{what} must be a list", "begin each item with a hyphen");
                return [];
        }
    }

    public static bool TryNumber(Node node, out int number)
    {
        number = 0;
        return node is ScalarNode { Value: var text } && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>True when the node begins like an amount or a number rather than a name.</summary>
    public static bool LooksNumeric(Node node) => node is ScalarNode { Value: [var first, ..] } && (char.IsAsciiDigit(first) || first is '-' or '+' or '.');

    /// <summary>An amount such as 5.00 EUR, or per cent such as 12.5%.</summary>
    public Rate? Rate(Node node)
    {
        if (node is not ScalarNode { Value: var text } || !text.EndsWith('%'))
        {
            return Amount(node) is { } amount ? new Rate(amount) : null;
        }

        if (Returns.Rate.TryPercent(text, out var rate))
        {
            return rate;
        }

        errors.Add(node, $"'{ErrorList.Shorten(text)}' is not per cent", "from 0% to 100%, with at most two decimals, such as 12.5%");
        return null;
    }

    public Money? Amount(Node node)
    {
        if (node is not ScalarNode { Value: var text })
        {
            errors.AddWrong(node, "An amount must be a number and a currency", "such as 25.00 USD");
            return null;
        }

        var parts = text.Split(' ');
        if (parts.Length != 2 || !decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1_000_000_000_000m)
        {
            errors.Add(node, $"'{ErrorList.Shorten(text)}' is not an amount", "write a number, a space and a currency, such as 25.00 USD");
            return null;
        }

        if (Currency.TryOf(parts[1]) is not { } currency)
        {
            errors.AddUnknown(node, "The currency", parts[1], [.. Currency.All.Select(known => known.Code)]);
            return null;
        }

        if (decimal.Round(value, currency.Decimals) != value)
        {
            errors.Add(node, $"'{text}' has too many decimals", $"{currency.Code} has {Invariant.Text(currency.Decimals)}");
            return null;
        }

        return Money.FromAmount(value, currency);
    }

    private string? Market(Node node, string fix)
    {
        if (Text(node, "A market") is not { } text)
        {
            return null;
        }

        if (text.Length == 2 && text.All(char.IsAsciiLetterUpper))
        {
            return text;
        }

        errors.Add(node, $"'{ErrorList.Shorten(text)}' is not a market", fix);
        return null;
    }

    private List<Node> Items(Node node, string what)
    {
        if (node is not SequenceNode { Items: var items })
        {
            return [node];
        }

        if (items.Count == 0)
        {
            errors.Add(node, $"{what}: the list is empty", "name at least one");
        }

        return items;
    }
}
