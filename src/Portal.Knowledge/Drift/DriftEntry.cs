namespace Portal.Knowledge.Drift;

/// <summary>How a translation stands to its original.</summary>
public enum DriftState
{
    /// <summary>Made from what the original says now.</summary>
    Current,

    /// <summary>Sections of the original have changed since.</summary>
    Behind,

    /// <summary>It does not say what it was made from.</summary>
    Unrecorded,

    /// <summary>There is none.</summary>
    Missing,
}

/// <summary>One article in one locale other than the default.</summary>
/// <param name="Key">The article's key.</param>
/// <param name="Locale">The locale.</param>
/// <param name="State">How it stands.</param>
/// <param name="Sections">The sections by which it is behind: anchors, <c>head</c> for title and summary, <c>start</c> for what stands before the first heading.</param>
/// <param name="BearsPolicy">True when one of these sections quotes the policy: readers of the translation are warned.</param>
public sealed record DriftEntry(string Key, string Locale, DriftState State, IReadOnlyList<string> Sections, bool BearsPolicy);
