using Portal.Returns.Decisions;
using Portal.Returns.Statutes;

namespace Portal.Returns.Policies.Proof;

/// <summary>What the law of a market grants, as formulas.</summary>
internal sealed class LawFormulas
{
    private readonly Space _space;

    public LawFormulas(Space space)
    {
        _space = space;
        Withdrawal = StatuteBook.For(space.Market.Code);
        Claim = ClaimStatutes.For(space.Market.Code);
        GrantsWithdrawal = Withdrawal is null ? Formula.Never : OfWithdrawal(Withdrawal);
        GrantsClaim = Claim is null ? Formula.Never : new Formula.All(
            Space.IsAsked,
            Space.IsConsumer,
            space.Is(Reason.Damaged, Reason.Defective, Reason.WrongItem, Reason.NotAsDescribed),
            new Formula.Not(space.Is(Travel.Unshipped)),
            Within(MostDays(Claim.Years)));
        GrantsDelivery = Claim is null ? Formula.Never : new Formula.All(
            Space.IsAsked,
            Space.IsConsumer,
            new Formula.Any(space.Is(Reason.Missing), new Formula.All(space.Is(Reason.Late), new Formula.Not(space.IsDelivered()))));
    }

    public Statute? Withdrawal { get; }

    public ClaimStatute? Claim { get; }

    /// <summary>A buyer may withdraw; an end moved off a weekend is left out, since a text of as many days says as much as the law's.</summary>
    public Formula GrantsWithdrawal { get; }

    /// <summary>The seller is liable for goods that are not as agreed, in the most days that the years can have.</summary>
    public Formula GrantsClaim { get; }

    /// <summary>Goods that never came are owed, or the money for them.</summary>
    public Formula GrantsDelivery { get; }

    /// <summary>What is offered falls below what the law of claims lets the consumer choose from.</summary>
    public Formula FallsBelow(IReadOnlyList<Resolution> offered)
    {
        if (Claim is null || offered.Contains(Resolution.Refund))
        {
            return Formula.Never;
        }

        var isOwed = !Claim.First.All(offered.Contains) ? GrantsClaim
            : Claim.RejectDays is { } days ? new Formula.All(GrantsClaim, Within(days))
            : Formula.Never;
        return new Formula.Any(isOwed, GrantsDelivery);
    }

    /// <summary>The most days that so many years after a day can have.</summary>
    private static int MostDays(int years) => (years * 365) + ((years + 3) / 4);

    private Formula.All OfWithdrawal(Statute law) => new(
        _space.ChangesMind(),
        Space.IsConsumer,
        Space.IsNoGift,
        new Formula.Not(_space.HasAny("item.tags", law.ExemptTags)),
        new Formula.Not(_space.Where(_space.Find("item.category")!.Value, cell => law.ExemptTags.Contains(cell.Word, StringComparer.Ordinal))),
        Within(law.WithdrawalDays));

    private Formula.Any Within(int days) => new(new Formula.Not(_space.IsDelivered()), new Formula.Days(Distance.AtMost(Event.Delivered, Event.Asked, days)));
}
