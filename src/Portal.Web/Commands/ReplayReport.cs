using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime.Text;
using Portal.Returns.Policies;

namespace Portal.Web.Commands;

/// <summary>Writes what a replay found, as a table for people and as JSON for programs.</summary>
internal static class ReplayReport
{
    public static string Table(ReplayTally tally)
    {
        var days = string.Join(", ", ReplayCase.DaysAfterDelivery.Select(day => day.ToString(CultureInfo.InvariantCulture)));
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{tally.Decided} decisions: {tally.Stored} of stored cases, {tally.Assumed} assumed (a change of mind {days} days after delivery). {tally.Flipped} flip.");
        if (tally.Elsewhere + tally.Unreadable > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Not decided: {tally.Elsewhere} in markets that the new policy is not for, {tally.Unreadable} stored decisions that cannot be read.");
        }

        foreach (var (kind, count) in tally.Flips)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Name(kind),-26}{count.Count,8}  {string.Join(" · ", count.Amounts)}");
            foreach (var example in count.First)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {example.OrderNumber} {example.LineId}, {example.Reason} on {Day(example)}: {example.Amount}{(example.Because.Length > 0 ? $" ({example.Because})" : "")}");
            }
        }

        return text.ToString();
    }

    public static string Json(ReplayTally tally, Policy policy) => JsonSerializer.Serialize(
        new
        {
            policy = policy.Name,
            policyHash = policy.Hash,
            decided = tally.Decided,
            stored = tally.Stored,
            assumed = tally.Assumed,
            elsewhere = tally.Elsewhere,
            unreadable = tally.Unreadable,
            flipped = tally.Flipped,
            flips = tally.Flips.Select(flip => new
            {
                kind = flip.Key.ToString(),
                count = flip.Value.Count,
                amounts = flip.Value.Amounts.Select(amount => amount.ToString()),
                examples = flip.Value.First.Select(example => new
                {
                    order = example.OrderNumber,
                    line = example.LineId,
                    reason = example.Reason.ToString(),
                    now = InstantPattern.ExtendedIso.Format(example.Now),
                    amount = example.Amount.ToString(),
                    because = example.Because,
                }),
            }),
        },
        JsonSerializerOptions.Web);

    private static string Day(FlipExample example) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd").Format(example.Now);

    private static string Name(FlipKind kind) => kind switch
    {
        FlipKind.GrantedToRefused => "granted -> refused",
        FlipKind.RefusedToGranted => "refused -> granted",
        FlipKind.ApprovedToReview => "approved -> review",
        FlipKind.ReviewToApproved => "review -> approved",
        FlipKind.HigherFees => "higher fees",
        FlipKind.LowerFees => "lower fees",
        FlipKind.LowerBonus => "lower bonus",
        FlipKind.HigherBonus => "higher bonus",
        FlipKind.ReturnlessToSendBack => "returnless -> send back",
        FlipKind.SendBackToReturnless => "send back -> returnless",
        FlipKind.OtherResolutions => "other resolutions",
        FlipKind.LaterRefund => "later refund",
        FlipKind.EarlierRefund => "earlier refund",
        FlipKind.OtherMeansFirst => "other means first",
        FlipKind.EarlierDeadline => "earlier deadline",
        FlipKind.LaterDeadline => "later deadline",
        _ => kind.ToString(),
    };
}
