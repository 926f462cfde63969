using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Web.Orders;

namespace Portal.Web.Cases;

/// <summary>A return case: what a shopper asked for, what was decided and how far goods and money are. Amounts are minor units of the order's currency.</summary>
public sealed class ReturnCase
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The RMA that a shopper reads and writes on a parcel; unique.</summary>
    public required string Rma { get; init; }

    public Guid OrderId { get; init; }

    /// <summary>The draft it was opened from; unique, so that a second submit finds the first one's case.</summary>
    public Guid? DraftId { get; init; }

    public required string Locale { get; init; }

    /// <summary>Who opened it: the buyer, or whoever received it as a gift. The buyer of a gift hears nothing of what its recipient does.</summary>
    public Party Party { get; init; }

    /// <summary>Where a recipient wants mails; null when nowhere. Mails to a buyer go to the order's address.</summary>
    public string? Contact { get; set; }

    public CaseState State { get; set; }

    public GoodsState Goods { get; set; }

    public MoneyState Money { get; set; }

    public Instant OpenedAt { get; init; }

    /// <summary>What goes back to the shopper when all goes well.</summary>
    public long Total { get; set; }

    /// <summary>The last day, in the market's zone, on which the law lets the shop refund; null where no law sets one.</summary>
    public LocalDate? RefundDueOn { get; init; }

    /// <summary>Hash of the confirmed refund plan; empty while a person decides.</summary>
    public string PlanHash { get; set; } = "";

    /// <summary>True when the delivery cost is part of the total, so that no later case pays it again.</summary>
    public bool IncludesShipping { get; set; }

    /// <summary>What the shopper wrote when asking for another look.</summary>
    public string? Message { get; init; }

    /// <summary>The line that a person is asked to look at again, while nobody has; null otherwise. Such a case holds no unit.</summary>
    public string? AskedLineId { get; set; }

    /// <summary>What the person who looked at it wrote to the shopper.</summary>
    public string? Answer { get; set; }

    public int Version { get; set; }

    public List<CaseLine> Lines { get; init; } = [];

    public List<CaseUnit> Units { get; init; } = [];

    public List<TimelineEvent> Events { get; init; } = [];
}

/// <summary>One line of a case with its decision.</summary>
public sealed class CaseLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public required string LineId { get; init; }

    public int Quantity { get; set; }

    public Reason Reason { get; init; }

    public RequestKind Kind { get; init; }

    public Verdict Verdict { get; init; }

    public Resolution? Resolution { get; set; }

    public ShipmentMethod? Shipment { get; set; }

    public RefundMoment RefundWhen { get; set; }

    /// <summary>True when the pieces are to come back in a parcel.</summary>
    public bool IsSentBack => Shipment == ShipmentMethod.SendBack && RefundWhen != RefundMoment.Requested;

    /// <summary>Canonical JSON of facts, policy and answer, for replay.</summary>
    public required string Decision { get; init; }

    public required string PolicyHash { get; init; }
}

/// <summary>One unit that a case recovers. The unique index over order, line and unit is what keeps a unit from being recovered twice.</summary>
public sealed class CaseUnit
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public Guid OrderId { get; init; }

    public required string LineId { get; init; }

    /// <summary>1 to the line's quantity.</summary>
    public int Unit { get; init; }
}

/// <summary>Something that happened to a case, as its timeline shows it.</summary>
public sealed class TimelineEvent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public Instant At { get; init; }

    public TimelineEventKind Kind { get; init; }

    /// <summary>For money: minor units of the order's currency.</summary>
    public long? Amount { get; init; }

    /// <summary>For money: the label of the payment it goes back to.</summary>
    public string? PaymentLabel { get; init; }
}

/// <summary>What a timeline can tell.</summary>
public enum TimelineEventKind
{
    Opened,
    ReviewAsked,
    ReviewNeeded,

    /// <summary>A person approved it.</summary>
    ReviewApproved,

    /// <summary>A person refused it: its pieces are free for another case.</summary>
    ReviewRefused,
    ApprovedToKeep,
    ApprovedToSendBack,
    ApprovedNotSent,
    RefundSent,
    Refunded,
    RefundFailed,

    /// <summary>Somebody in the shop refunded by hand at the provider.</summary>
    RefundedByShop,

    /// <summary>The shopper's bank disputes the payment.</summary>
    Disputed,

    /// <summary>A person pays it by another means.</summary>
    PersonPays,

    /// <summary>The provider asks the shopper for something, such as an account.</summary>
    ActionNeeded,

    /// <summary>A failed refund is tried again.</summary>
    TriedAgain,

    /// <summary>A refund was called off before any money moved: a person looks.</summary>
    RefundCalledOff,
}
