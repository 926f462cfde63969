using Markdig.Syntax.Inlines;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>A policy value in running text, <c>{{returns.window market=DE}}</c>, or a literal that stands in for none.</summary>
internal sealed class PolicyValueInline : LeafInline
{
    /// <summary>What stands between the braces.</summary>
    public required string Written { get; init; }

    /// <summary>The value that is named; null for a literal, and where it is malformed.</summary>
    public required ValueReference? Reference { get; init; }

    /// <summary>The text that is marked as no policy's; null for a value.</summary>
    public required WrittenLiteral? Literal { get; init; }

    /// <summary>The value for the article's locale; null where there is none.</summary>
    public string? Text { get; set; }
}
