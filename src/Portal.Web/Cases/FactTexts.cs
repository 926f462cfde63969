using System.Globalization;
using NodaTime.Text;
using Portal.Returns;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;
using Portal.Web.Resources;

namespace Portal.Web.Cases;

/// <summary>Puts the facts of a decision, their values and what rules wanted of them into words of the request's locale.</summary>
public sealed class FactTexts(Texts texts)
{
    /// <summary>What a fact is, such as "days since delivery".</summary>
    public string Name(string fact) => texts.Find($"Fact.{fact}") ?? fact;

    /// <summary>A fact's value: a day with its month's name, an amount with its currency, a count, yes or no, words, or that nobody knows it.</summary>
    public string Value(UsedFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return (fact.Value, FactCatalogue.Find(fact.Name)?.Type) switch
        {
            ("unknown", not (FactType.Text or FactType.List)) => texts["FactValue.Unknown"],
            ("[]", FactType.List) => texts["FactValue.None"],
            (var list, FactType.List) => list[1..^1],
            var (value, _) => Word(fact.Name, value),
        };
    }

    /// <summary>What a rule wanted of a fact, such as "at most 25.00 €"; the policy's own words where it wanted something of several facts together.</summary>
    public string Wanted(string fact, Wanted wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (wanted.Parts.Count == 0)
        {
            return wanted.ToString();
        }

        var parts = string.Join(' ', wanted.Parts.Select(part => Part(fact, part)));
        return wanted.IsNot ? texts["Wanted.Not", parts] : parts;
    }

    private string Part(string fact, WantedPart part) => part switch
    {
        { Key: WantedKey.Unknown } => texts["Wanted.Unknown"],
        { Key: WantedKey.OneOf, Values: [var only] } => Word(fact, only),
        _ => texts[$"Wanted.{part.Key}", string.Join(texts["List.Separator"], part.Values.Select(value => Word(fact, value)))],
    };

    private string Word(string fact, string value) => FactCatalogue.Find(fact)?.Type switch
    {
        FactType.Day when LocalDatePattern.Iso.Parse(value).TryGetValue(default, out var day) => texts.Date(day),
        FactType.Amount when Money.TryParse(value, out var amount) => texts.Money(amount),
        FactType.Number when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => texts.Number(number),
        FactType.Truth => texts[$"FactValue.{value}"],
        FactType.Text => Enumerated(fact, value) ?? value,
        _ => value,
    };

    private string? Enumerated(string fact, string value) => fact switch
    {
        "kind" => texts.Find($"RequestKind.{value}"),
        "reason" => texts.Find($"Reason.{value}"),
        "market" => texts.Find($"Market.{value}"),
        _ => null,
    };
}
