namespace Portal.Returns.Decisions;

/// <summary>What the shopper gets.</summary>
public enum Resolution
{
    Refund,
    StoreCredit,
    Exchange,
    Replacement,
    Repair,
}
