namespace Portal.Knowledge.Articles;

/// <summary>A part of an article under one heading.</summary>
/// <param name="Anchor">The heading's id; empty for what stands before the first heading.</param>
/// <param name="Title">The heading as plain text; the article's title for the first section.</param>
/// <param name="Level">The heading's level, 2 to 6; 1 for the first section.</param>
/// <param name="Text">The section as plain text.</param>
public sealed record Section(string Anchor, string Title, int Level, string Text);
