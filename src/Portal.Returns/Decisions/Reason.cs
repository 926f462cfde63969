namespace Portal.Returns.Decisions;

/// <summary>Why a shopper wants to give an item back, in the shopper's words.</summary>
public enum Reason
{
    ChangedMind,
    WrongSize,
    OrderedByMistake,
    Damaged,
    Defective,
    WrongItem,
    Missing,
    Late,
    NotAsDescribed,
}
