using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;
using Portal.Returns;
using Portal.Returns.Decisions;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Cases;

/// <summary>Puts decisions into words of the request's locale.</summary>
public sealed partial class DecisionTexts(Texts texts, Snapshot snapshot)
{
    /// <summary>Why, as a sentence. An internal reason reads as a general one, so that nobody learns which limit it was.</summary>
    public string Reason(DecisionReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var sentence = texts.Find($"Decision.{(reason.IsInternal ? "internal" : reason.MessageKey)}") ?? texts["Decision.internal"];
        return Placeholder().Replace(sentence, match => Argument(reason.Arguments.GetValueOrDefault(match.Groups["name"].Value, "")));
    }

    /// <summary>The verdict in two or three words.</summary>
    public string Verdict(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return texts[$"Verdict.{decision.Verdict}"];
    }

    /// <summary>Until when it may be asked for.</summary>
    public string Deadline(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Deadline is { } deadline ? texts["Verdict.Until", texts.Date(deadline)] : texts["Verdict.NoDeadline"];
    }

    /// <summary>What would be granted instead, or null.</summary>
    public string? Alternative(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.Alternative is not { } instead)
        {
            return null;
        }

        var key = instead.OnlyCredit ? "Alternative.StoreCredit" : $"Alternative.{instead.Kind}";
        string[] reason = instead.Kind == RequestKind.Return ? [texts[$"Reason.{instead.Reason}"]] : [];
        return instead.Until is { } until ? texts[key + ".Until", [.. reason, texts.Date(until)]] : texts[key, [.. reason]];
    }

    /// <summary>The article that explains a decision, in the locale of the request; null when there is none.</summary>
    public (string Title, string Url)? Article(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Reasons
            .Select(reason => reason.ArticleKey)
            .OfType<string>()
            .Select(key => snapshot.Library.FindByKey(texts.Locale.Code, key))
            .Where(article => article is not null)
            .Select(article => ((string, string)?)(article!.Title, article.Url))
            .FirstOrDefault();
    }

    // Arguments are invariant: an ISO day, an amount with its currency, a whole number, or words.
    private string Argument(string value)
    {
        if (LocalDatePattern.Iso.Parse(value).TryGetValue(default, out var date))
        {
            return texts.Date(date);
        }

        var parts = value.Split(' ');
        return parts.Length == 2 && Currency.TryOf(parts[1]) is { } currency && decimal.TryParse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)
            ? texts.Money(Money.FromAmount(amount, currency))
            : value;
    }

    [GeneratedRegex(@"\{(?<name>[a-z-]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Placeholder();
}
