using Portal.Returns.Decisions;

namespace Portal.Returns.Refunds;

/// <summary>Computes what goes back for which pieces. Nothing is executed: a preview and the real refund are the same plan.</summary>
public static class RefundPlanner
{
    /// <summary>
    /// The plan for these pieces. Their amounts are fixed by the order alone, so that any sequence of partial returns sums,
    /// before fees, to exactly what was paid. Fees never push the total below zero. Whether a piece is still free
    /// is not asked here (a case's own pieces count as recovered): the ledger guards it.
    /// </summary>
    /// <exception cref="ArgumentException">A line or unit does not exist, a unit is named twice, or what is taken in exchange costs more than goes back for the pieces.</exception>
    public static RefundPlan Plan(OrderFacts facts, IReadOnlyList<UnitSelection> units, RefundTerms terms)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(terms);
        Check(facts, units);
        var amounts = OrderAmounts.Of(facts);
        var items = units.SelectMany(selection => LineItems(selection, amounts)).ToList();
        if (terms.IncludeShipping)
        {
            items.AddRange(ShippingItems(facts, amounts));
        }

        var total = items.Aggregate(Money.Zero(facts.Currency), (sum, item) => sum + item.Amount);
        if (terms.Exchange is { IsZero: false } price)
        {
            if (price > total)
            {
                throw new ArgumentException($"What is taken in exchange costs {price}, more than the {total} that go back.", nameof(terms));
            }

            Add(PlanItemKind.Exchange, -price);
        }

        foreach (var fee in terms.Fees)
        {
            // Per cent of an amount need not be payable in whole steps; what is left of one is the shopper's.
            var charged = Money.Min(fee.Rate is null ? fee.Amount : new Money(fee.Amount.Minor - (fee.Amount.Minor % amounts.Step), fee.Amount.Currency), total);
            if (charged.Minor > 0)
            {
                Add(PlanItemKind.Fee, -charged, fee.MessageKey);
            }
        }

        var credit = terms.AsCredit ? total : Money.Zero(facts.Currency);
        foreach (var (kind, amount) in new[] { (PlanItemKind.Bonus, terms.Bonus), (PlanItemKind.Goodwill, terms.Goodwill) })
        {
            if (amount is { IsZero: false } given)
            {
                Add(kind, given);
                credit += given;
            }
        }

        var shares = PaymentSplit.Of(total - credit, facts.Payments, terms.First);
        return new RefundPlan { Items = items, Total = total, Credit = credit, Shares = shares, Hash = PlanHash.Of(facts.Number, units, items, total, credit, shares) };

        void Add(PlanItemKind kind, Money amount, string? key = null)
        {
            items.Add(new PlanItem(kind, LineId: null, Quantity: 0, amount, key));
            total += amount;
        }
    }

    /// <summary>What was paid for each unit of a line, by number.</summary>
    /// <exception cref="ArgumentException">The line does not exist.</exception>
    public static IReadOnlyList<UnitAmount> UnitAmounts(OrderFacts facts, string lineId)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return OrderAmounts.Of(facts)[Line(facts, lineId).Id];
    }

    /// <summary>What was paid for these pieces.</summary>
    /// <exception cref="ArgumentException">The line or a unit does not exist, or a unit is named twice.</exception>
    public static Money Paid(OrderFacts facts, UnitSelection units)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(units);
        Check(facts, [units]);
        return OrderAmounts.Of(facts).PaidFor(units.LineId, units.Units);
    }

    /// <summary>The units of a line that no case has recovered or holds, ascending.</summary>
    /// <exception cref="ArgumentException">The line does not exist.</exception>
    public static IReadOnlyList<int> FreeUnits(OrderFacts facts, string lineId)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return FreeUnits(facts, Line(facts, lineId));
    }

    /// <summary>True when these pieces, with all that were recovered before, are the whole order.</summary>
    public static bool CompletesOrder(OrderFacts facts, IReadOnlyList<UnitSelection> units)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var taken = units.SelectMany(selection => selection.Units.Select(unit => (selection.LineId, unit))).ToHashSet();
        return facts.Lines.All(line => FreeUnits(facts, line.Id).All(unit => taken.Contains((line.Id, unit))));
    }

    internal static IReadOnlyList<int> FreeUnits(OrderFacts facts, LineFacts line)
    {
        var free = new List<int>(line.Quantity);
        for (var unit = 1; unit <= line.Quantity; unit++)
        {
            if (!IsRecovered(facts, line.Id, unit))
            {
                free.Add(unit);
            }
        }

        return free;
    }

    internal static bool IsRecovered(OrderFacts facts, string lineId, int unit)
    {
        for (var i = 0; i < facts.Recovered.Count; i++)
        {
            if (facts.Recovered[i].Unit == unit && string.Equals(facts.Recovered[i].LineId, lineId, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    internal static LineFacts Line(OrderFacts facts, string lineId)
    {
        for (var i = 0; i < facts.Lines.Count; i++)
        {
            if (string.Equals(facts.Lines[i].Id, lineId, StringComparison.Ordinal))
            {
                return facts.Lines[i];
            }
        }

        throw new ArgumentException($"Order {facts.Number} has no line '{lineId}'.", nameof(lineId));
    }

    private static void Check(OrderFacts facts, IReadOnlyList<UnitSelection> units)
    {
        HashSet<(string, int)> seen = [];
        foreach (var selection in units)
        {
            var line = Line(facts, selection.LineId);
            if (selection.Units.Any(unit => unit < 1 || unit > line.Quantity || !seen.Add((line.Id, unit))))
            {
                throw new ArgumentException($"A unit of line '{line.Id}' does not exist or is named twice.", nameof(units));
            }
        }
    }

    private static IEnumerable<PlanItem> LineItems(UnitSelection selection, OrderAmounts amounts)
    {
        var chosen = selection.Units.Select(unit => amounts[selection.LineId][unit - 1]).ToList();
        if (chosen.Count == 0)
        {
            yield break;
        }

        yield return Item(PlanItemKind.Goods, Sum(unit => unit.Gross));
        foreach (var item in new[]
        {
            Item(PlanItemKind.Discount, -Sum(unit => unit.Discount)),
            Item(PlanItemKind.Tax, Sum(unit => unit.Tax)),
            Item(PlanItemKind.Rounding, Sum(unit => unit.Rounding)),
        }.Where(item => !item.Amount.IsZero))
        {
            yield return item;
        }

        Money Sum(Func<UnitAmount, Money> part) => chosen.Skip(1).Aggregate(part(chosen[0]), (sum, unit) => sum + part(unit));

        PlanItem Item(PlanItemKind kind, Money amount) => new(kind, selection.LineId, chosen.Count, amount);
    }

    private static IEnumerable<PlanItem> ShippingItems(OrderFacts facts, OrderAmounts amounts)
    {
        var back = amounts.Shipping;
        if (facts.StandardShipping is { } standard && standard < back)
        {
            // Up to the next step: the law's amount is a minimum.
            var missing = (amounts.Step - (standard.Minor % amounts.Step)) % amounts.Step;
            back = Money.Min(back, new Money(checked(standard.Minor + missing), standard.Currency));
        }

        if (back.Minor <= 0)
        {
            yield break;
        }

        var parts = Allocation.Split(back, [facts.Shipping.Minor, facts.ShippingTax.Minor]);
        yield return new PlanItem(PlanItemKind.Shipping, LineId: null, Quantity: 0, parts[0]);
        if (!parts[1].IsZero)
        {
            yield return new PlanItem(PlanItemKind.Tax, LineId: null, Quantity: 0, parts[1]);
        }
    }
}
