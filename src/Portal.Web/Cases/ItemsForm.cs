using System.Globalization;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Components;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Cases;

/// <summary>One line of the items form: what can be chosen, and what was.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Title">The item's name.</param>
/// <param name="Category">For its drawing.</param>
/// <param name="Facts">Pieces and price.</param>
/// <param name="Free">Pieces that no case holds.</param>
/// <param name="Quantities">0 to <paramref name="Free"/>.</param>
/// <param name="Quantity">As typed.</param>
/// <param name="Reason">As typed; empty for none.</param>
/// <param name="AskUrl">Where a person can be asked to look again, when the line was refused.</param>
public sealed record ItemsLine(
    string LineId, string Title, string Category, string Facts, int Free, IReadOnlyList<Choice> Quantities, string Quantity, string Reason, string? AskUrl)
{
    public string QuantityField => $"quantity-{LineId}";

    public string ReasonField => $"reason-{LineId}";
}

/// <summary>Shows and reads the items form.</summary>
public sealed class ItemsForm(OrderViews views, DecisionTexts words, Texts texts)
{
    /// <summary>Every reason a shopper can give, after an empty one.</summary>
    public IReadOnlyList<Choice> Reasons() =>
        [new Choice("", texts["Items.Reason.Choose"]), .. Enum.GetValues<Reason>().Select(reason => new Choice(reason.ToString(), texts[$"Reason.{reason}"]))];

    /// <summary>The form with what the draft holds; <paramref name="first"/> starts with one piece.</summary>
    public IReadOnlyList<ItemsLine> Show(Journey journey, string? first) => Build(journey, line =>
    {
        var saved = journey.Draft.Lines.FirstOrDefault(known => string.Equals(known.LineId, line, StringComparison.Ordinal));
        return (saved?.Quantity.ToString(CultureInfo.InvariantCulture) ?? (string.Equals(line, first, StringComparison.Ordinal) ? "1" : "0"), saved?.Reason.ToString() ?? "");
    });

    /// <summary>The form with what was typed.</summary>
    public IReadOnlyList<ItemsLine> Typed(Journey journey, IFormCollection typed) =>
        Build(journey, line => (typed[$"quantity-{line}"].ToString(), typed[$"reason-{line}"].ToString()));

    /// <summary>What was asked for; faults go to the fields they belong to.</summary>
    public IReadOnlyList<DraftLine> Read(IReadOnlyList<ItemsLine> lines, FormErrors errors)
    {
        var asked = new List<DraftLine>();
        foreach (var line in lines.Where(line => line.Quantity is not ("" or "0")))
        {
            if (!int.TryParse(line.Quantity, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) || quantity > line.Free)
            {
                errors.Add(line.QuantityField, texts["Items.Quantity.Wrong", texts.Number(line.Free)]);
            }
            else if (!Enum.TryParse<Reason>(line.Reason, out var reason) || !Enum.IsDefined(reason))
            {
                errors.Add(line.ReasonField, texts["Items.Reason.Missing", line.Title]);
            }
            else
            {
                asked.Add(new DraftLine { LineId = line.LineId, Quantity = quantity, Reason = reason });
            }
        }

        return asked;
    }

    /// <summary>Says beside each refused line why, and offers another look.</summary>
    public IReadOnlyList<ItemsLine> Refuse(Journey journey, IReadOnlyList<ItemsLine> lines, FormErrors errors) => lines.Select(line =>
    {
        var asked = journey.Lines.FirstOrDefault(known => string.Equals(known.Line.LineId, line.LineId, StringComparison.Ordinal));
        if (asked is null || asked.Options.Count > 0)
        {
            return line;
        }

        var reasons = asked.Decision.Reasons.Select(words.Reason).Distinct(StringComparer.Ordinal).ToList();
        errors.Add(line.ReasonField, string.Join(' ', [.. reasons.Count > 0 ? reasons : [texts["Decision.internal"]], words.Alternative(asked.Decision) ?? ""]).Trim());
        return line with
        {
            AskUrl = $"{Addresses.Order(texts.Locale.Code, journey.Order.Order.Number)}/ask?line={Uri.EscapeDataString(line.LineId)}&reason={asked.Line.Reason}",
        };
    }).ToList();

    private List<ItemsLine> Build(Journey journey, Func<string, (string Quantity, string Reason)> values) => journey.Order.Order.Lines.ConvertAll(line =>
    {
        var free = RefundPlanner.FreeUnits(journey.Order.Facts, line.LineId).Count;
        var (quantity, reason) = values(line.LineId);
        var quantities = Enumerable.Range(0, free + 1).Select(count => new Choice(count.ToString(CultureInfo.InvariantCulture), texts.Number(count))).ToList();
        return new ItemsLine(line.LineId, line.Title, line.Category, views.Facts(journey.Order, line), free, quantities, quantity, reason, AskUrl: null);
    });
}
