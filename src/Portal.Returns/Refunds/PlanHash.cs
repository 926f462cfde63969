using System.Security.Cryptography;
using System.Text;

namespace Portal.Returns.Refunds;

/// <summary>The hash by which a confirmed plan is recognised: over the order, the pieces, every item and every share.</summary>
internal static class PlanHash
{
    public static string Of(
        string orderNumber,
        IReadOnlyList<UnitSelection> units,
        IReadOnlyList<PlanItem> items,
        Money total,
        Money credit,
        IReadOnlyList<PaymentShare> shares)
    {
        var text = new StringBuilder("plan 1\n");
        Add("order", orderNumber);
        foreach (var selection in units)
        {
            Add("units", selection.LineId, string.Join(' ', selection.Units.Select(unit => Invariant.Text(unit))));
        }

        foreach (var item in items)
        {
            Add("item", item.Kind.ToString(), item.LineId ?? "", Invariant.Text(item.Quantity), item.Amount.ToString(), item.MessageKey ?? "");
        }

        if (!credit.IsZero)
        {
            Add("credit", credit.ToString());
        }

        foreach (var share in shares)
        {
            Add("share", share.PaymentId, share.Amount.ToString());
        }

        Add("total", total.ToString());
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // Lengths keep fields apart whatever characters an identifier has.
        void Add(params ReadOnlySpan<string> fields)
        {
            foreach (var field in fields)
            {
                text.Append(Invariant.Text(field.Length)).Append(':').Append(field).Append(' ');
            }

            text.Append('\n');
        }
    }
}
