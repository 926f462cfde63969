namespace Portal.Web.Components;

/// <summary>What the reader of an article is asked.</summary>
public enum VoteState
{
    /// <summary>Whether it helped.</summary>
    Asked,

    /// <summary>Why it did not.</summary>
    AskedWhy,

    /// <summary>Nothing more.</summary>
    Thanked,
}
