namespace Portal.Returns.Statutes;

/// <summary>Tags (or categories) by which an item shows that the law treats it apart.</summary>
public static class Exemption
{
    public const string MadeToMeasure = "made-to-measure";

    public const string Perishable = "perishable";

    /// <summary>Digital content whose supply began with the consumer's consent.</summary>
    public const string DigitalBegun = "digital-begun";

    /// <summary>Sealed for reasons of health or hygiene; exempt only once unsealed.</summary>
    public const string Hygiene = "hygiene";

    /// <summary>Sealed audio, video or software; exempt only once unsealed.</summary>
    public const string SealedMedia = "sealed-media";
}
