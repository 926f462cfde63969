using NodaTime;
using Portal.Returns.Decisions;
using Portal.Returns.Statutes;

namespace Portal.Returns.Policies.Proof;

/// <summary>
/// All requests of a market that a policy can be asked about, in as few cells as its conditions and the law tell apart. It holds
/// every possible request, and a few that no order can have: a product of prices, an amount above its order's total.
/// </summary>
/// <remarks>
/// Taken for granted of orders: they are paid in the market's currency; amounts, weights and counts are not negative; nothing
/// happens before the order is placed or after the request.
/// </remarks>
internal sealed class Space
{
    /// <summary>How the policy is asked: as what the reason makes of the request, or as a withdrawal.</summary>
    public const int Kind = 0;

    public const int Reason = 1;

    public const int Travel = 2;

    public const int Consumer = 3;

    public const int Gift = 4;

    public const int Quantity = 5;

    /// <summary>No window leads out of the calendar from here.</summary>
    private static readonly LocalDate LastDay = new(9800, 1, 1);

    private readonly List<Axis> _axes;
    private readonly Dictionary<string, int> _byFact;

    private Space(ProofMarket market, List<Axis> axes, Timeline days)
    {
        (Market, _axes) = (market, axes);
        _byFact = axes.Select((axis, i) => (axis.Fact, i)).DistinctBy(pair => pair.Fact, StringComparer.Ordinal).ToDictionary(pair => pair.Fact, pair => pair.i, StringComparer.Ordinal);
        Whole = new Box(axes.Select(axis => axis.Where(_ => true)), days);
        Possible = Links();
    }

    /// <summary>The policy is asked as the engine asks first: as a return or a claim.</summary>
    public static Formula IsAsked { get; } = new Formula.Cells(Kind, Axis.First);

    public static Formula IsConsumer { get; } = new Formula.Cells(Consumer, Axis.First);

    public static Formula IsNoGift { get; } = new Formula.Cells(Gift, Axis.First);

    public ProofMarket Market { get; }

    public IReadOnlyList<Axis> Axes => _axes;

    public Box Whole { get; }

    /// <summary>What all requests have in common, as far as it can be told by cells.</summary>
    public Formula Possible { get; }

    /// <summary>The space, or null when a fact has more cells than can be counted.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="market">The market.</param>
    /// <param name="placed">The days on which orders are placed that it decides.</param>
    public static Space? Of(Policy policy, ProofMarket market, (LocalDate First, LocalDate Last) placed)
    {
        var conditions = policy.Rules.SelectMany(Conditions.Of).SelectMany(Conditions.Facts).ToLookup(condition => condition.Fact);
        var law = StatuteBook.For(market.Code);
        List<Axis> axes =
        [
            law is null ? Axis.Of("kind", "") : Axis.Of("kind", "", nameof(RequestKind.Withdrawal)),
            Axis.Of("reason", Enum.GetNames<Reason>()),
            Axis.Of("delivered", Enum.GetNames<Travel>()),
            Axis.Of("order.consumer", "true", "false"),
            Axis.Of("order.gift", "false", "true"),
            new Axis("item.quantity", Ranges.Cut(1, conditions[Conditions.Quantity].SelectMany(condition => Ranges.Of(condition, market)).Append((1, 1)))),
        ];
        foreach (var fact in FactCatalogue.All.Where(fact => axes.TrueForAll(axis => !string.Equals(axis.Fact, fact.Name, StringComparison.Ordinal))))
        {
            axes.AddRange(AxesOf(fact, [.. conditions[fact]], market, law));
        }

        if (axes.Exists(axis => axis.Cells.Count > Axis.MostCells))
        {
            return null;
        }

        var days = Timeline.Start
            .With(new Distance(Event.Epoch, Event.Placed, Ranges.DayNumber(placed.First), Ranges.DayNumber(LocalDate.Min(placed.Last, LastDay))))?
            .With(Distance.AtMost(Event.Epoch, Event.Asked, Ranges.DayNumber(LastDay)));
        return days is null ? null : new Space(market, axes, days);
    }

    /// <summary>The axis of a fact, or null where nothing asks for it.</summary>
    public int? Find(string fact) => _byFact.TryGetValue(fact, out var axis) ? axis : null;

    /// <summary>The axes that tell whether a list has words.</summary>
    public IEnumerable<int> FindAll(string fact) => Enumerable.Range(0, _axes.Count).Where(i => string.Equals(_axes[i].Fact, fact, StringComparison.Ordinal));

    /// <summary>The value lies in some cells.</summary>
    public Formula Where(int axis, Func<Cell, bool> holds) => new Formula.Cells(axis, _axes[axis].Where(holds));

    /// <summary>False for a box in which what is asked for is dearer than all of its order.</summary>
    public bool Admits(Box box) =>
        Find("item.amount") is not { } amount
        || Find("order.total") is not { } total
        || _axes[amount].Cells.Where((_, i) => Has(box[amount], i)).Min(cell => cell.Least) <= _axes[total].Cells.Where((_, i) => Has(box[total], i)).Max(cell => cell.Most);

    private static bool Has(UInt128 cells, int cell) => ((cells >> cell) & UInt128.One) != 0;

    private static IEnumerable<Axis> AxesOf(Fact fact, IReadOnlyList<FactCondition> conditions, ProofMarket market, Statute? law)
    {
        if (conditions.Count == 0 && fact.Name is not ("item.category" or "item.tags" or "shopper.orders"))
        {
            return [];
        }

        return fact.Type switch
        {
            FactType.Text when fact.Values is null && fact != FactCatalogue.Market => [new Axis(fact.Name, [default, .. Words().Select(word => new Cell(0, 0, word))])],
            FactType.List => Words().Select(word => new Axis(fact.Name, [default, new Cell(0, 0, word)])),
            FactType.Number when !Conditions.IsOfDays(fact) => [new Axis(fact.Name, [.. Numbers(fact.Name is "shopper.orders" ? [(0, 0)] : []), .. fact.MayBeUnknown ? [new Cell(0, 0, IsUnknown: true)] : Array.Empty<Cell>()])],
            FactType.Amount => [new Axis(fact.Name, Numbers([]))],
            _ => [],
        };

        IEnumerable<string> Words() => Conditions.Classes(
        [
            .. conditions.Select(Conditions.Words),
            .. (fact.Name is "item.category" or "item.tags" ? law?.ExemptTags ?? [] : []).Select(tag => new[] { tag }),
        ]);

        IReadOnlyList<Cell> Numbers(IEnumerable<(long Least, long Most)?> further) => Ranges.Cut(0, conditions.SelectMany(condition => Ranges.Of(condition, market)).Concat(further));
    }

    private Formula.All Links()
    {
        List<Formula> links = [new Formula.Any(new Formula.Not(this.Is(Proof.Travel.Halfway)), Where(Quantity, cell => cell.Least > 1))];
        if (_axes[Kind].Cells.Count > 1)
        {
            links.Add(new Formula.Any(IsAsked, new Formula.All(this.ChangesMind(), IsConsumer, IsNoGift)));
        }

        if (Find("shopper.returnRate") is { } rate && Find("shopper.orders") is { } orders)
        {
            var none = Where(orders, cell => cell.Most == 0);
            var unknown = Where(rate, cell => cell.IsUnknown);
            links.Add(new Formula.Any(new Formula.All(none, unknown), new Formula.Not(new Formula.Any(none, unknown))));
        }

        return new Formula.All(links);
    }
}
