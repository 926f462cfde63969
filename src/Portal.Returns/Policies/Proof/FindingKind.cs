namespace Portal.Returns.Policies.Proof;

/// <summary>What <c>policy check</c> can find.</summary>
public enum FindingKind
{
    /// <summary>What the rule says is below the law. Its example is a request for which the engine decides by the law instead.</summary>
    BelowLaw,

    /// <summary>Two answers to the same request, or an answer and the request, exclude each other.</summary>
    Contradiction,

    /// <summary>A rule cannot be judged: an amount has no value, or another currency, in a market.</summary>
    Fault,

    /// <summary>No rule of a question answers a request; a person has to.</summary>
    Unanswered,

    /// <summary>No request can match the rule.</summary>
    NeverMatches,

    /// <summary>Each request that the rule matches is answered by earlier ones.</summary>
    Shadowed,

    /// <summary>The check gave up: the question has too many cases, or no order could be found for a case that seems possible.</summary>
    NotProved,

    /// <summary>The law grants more than a rule about returns, which leaves the right of withdrawal beside it; the engine then decides by the law.</summary>
    LawBeside,

    /// <summary>The statutes list no law of the market, so nothing could be held against it.</summary>
    NoFloor,

    /// <summary>Other documents decide every order of every market.</summary>
    NeverInForce,
}
