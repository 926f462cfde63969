using NodaTime;

namespace Portal.Returns.Decisions;

/// <summary>The answer for one line of an order, with every reason kept.</summary>
public sealed record Decision
{
    public required ReturnRequest Request { get; init; }

    public required RequestKind Kind { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>The last day, in the market's zone, on which this may be asked for; null while nothing is delivered or when there is none.</summary>
    public LocalDate? Deadline { get; init; }

    /// <summary>What the shopper may choose from; empty when refused.</summary>
    public IReadOnlyList<Resolution> Resolutions { get; init; } = [];

    /// <summary>What is added to store credit, should the shopper choose it; null when nothing is.</summary>
    public Bonus? Bonus { get; init; }

    /// <summary>How the goods may travel; empty when refused.</summary>
    public IReadOnlyList<ShipmentMethod> Shipments { get; init; } = [];

    /// <summary>Fees that lower the refund, each with the message key of its name; not negative.</summary>
    public IReadOnlyList<Fee> Fees { get; init; } = [];

    public RefundMoment RefundWhen { get; init; } = RefundMoment.Received;

    /// <summary>Means of payment that are paid back as far as they go before the others; empty for all in proportion.</summary>
    public IReadOnlyList<string> RefundFirst { get; init; } = [];

    /// <summary>Why, most important first. A refusal or a review has at least one.</summary>
    public IReadOnlyList<DecisionReason> Reasons { get; init; } = [];

    /// <summary>When refused: the nearest thing that would be granted, if there is any.</summary>
    public Alternative? Alternative { get; init; }

    /// <summary>Every question that was asked, with its rule and the rules before it that did not match.</summary>
    public IReadOnlyList<QuestionTrace> Trace { get; init; } = [];

    /// <summary>The other judgement, when the request was judged twice: as withdrawal and as return, or a claim by policy and by law.</summary>
    public Decision? Other { get; init; }

    /// <summary>Name of the policy document that decided, or empty when none is in force.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The policy's <see cref="Policies.Policy.Hash"/>, or empty when none is in force.</summary>
    public required string PolicyHash { get; init; }
}

/// <summary>A fee that lowers a refund.</summary>
/// <param name="MessageKey">Key of its name, such as <c>restocking</c>.</param>
/// <param name="Amount">Not negative.</param>
/// <param name="Rate">When it is per cent of what was paid for the pieces: that. Such fees add up over lines; a fixed one is charged once.</param>
public sealed record Fee(string MessageKey, Money Amount, Rate? Rate = null)
{
    /// <summary>The same fee for pieces for which so much was paid.</summary>
    public Fee For(Money paid) => Rate is { } rate ? this with { Amount = rate.Of(paid) } : this;
}

/// <summary>What a shop adds to store credit. It never goes to a card.</summary>
/// <param name="Amount">Not negative.</param>
/// <param name="Rate">When it is per cent of what was paid for the pieces: that. Such a bonus adds up over lines; a fixed one is given once.</param>
public sealed record Bonus(Money Amount, Rate? Rate = null);

/// <summary>Why a decision is what it is, as data that any locale can render.</summary>
/// <param name="MessageKey">Key of the sentence, such as <c>final-sale</c> or <c>window-over</c>.</param>
/// <param name="Question">The question that gave it.</param>
/// <param name="RuleId">The rule, or null when the law or the engine itself gave it.</param>
/// <param name="ArticleKey">The article that explains it, or null.</param>
/// <param name="IsInternal">A shopper never reads which limit it was.</param>
/// <param name="Arguments">Named values for the sentence: dates as ISO text, amounts as <see cref="Money.ToString"/>, numbers as invariant text.</param>
public sealed record DecisionReason(
    string MessageKey,
    string Question,
    string? RuleId,
    string? ArticleKey,
    bool IsInternal,
    IReadOnlyDictionary<string, string> Arguments);

/// <summary>The nearest thing that would be granted instead of what was refused.</summary>
/// <param name="Kind">The kind of request that would be granted.</param>
/// <param name="Reason">The reason under which it would be.</param>
/// <param name="Until">The last day for it, or null when there is none.</param>
/// <param name="OnlyCredit">True when store credit is all that it would bring.</param>
public sealed record Alternative(RequestKind Kind, Reason Reason, LocalDate? Until, bool OnlyCredit = false);
