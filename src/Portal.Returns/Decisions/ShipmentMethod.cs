namespace Portal.Returns.Decisions;

/// <summary>What happens to the goods.</summary>
public enum ShipmentMethod
{
    SendBack,

    /// <summary>Returnless: the shopper keeps the item.</summary>
    Keep,

    /// <summary>Returnless: the shopper gives the item away.</summary>
    Donate,
}
