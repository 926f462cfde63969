namespace Portal.Web.Components;

/// <summary>One line of an order and what can be done with it, in words ready to print.</summary>
/// <param name="Title">The item's name.</param>
/// <param name="ThumbKind">The drawing of <c>Thumb</c>.</param>
/// <param name="Facts">Pieces and price.</param>
/// <param name="Delivery">When it came or will come, or null.</param>
/// <param name="ChipKind">The chip's tone: empty, <c>good</c>, <c>wait</c> or <c>bad</c>.</param>
/// <param name="ChipText">The verdict in two or three words.</param>
/// <param name="Sentences">The reasons, the deadline, the alternative; one sentence each.</param>
/// <param name="LinkText">The words of the link to the policy's article, or null.</param>
/// <param name="LinkUrl">Where that article is, or null.</param>
/// <param name="ActionText">The words of the main action, or null.</param>
/// <param name="ActionUrl">Where the main action leads, or null.</param>
/// <param name="AskText">The words of the quiet action, such as asking to look again, or null.</param>
/// <param name="TitleLanguage">The language of the item's name, when it may differ from the page's; else null.</param>
/// <param name="AskUrl">Where the quiet action leads, or null.</param>
/// <param name="Guides">Articles about the item, each with its title and address.</param>
public sealed record LineVerdictView(
    string Title,
    string ThumbKind,
    string Facts,
    string? Delivery,
    string ChipKind,
    string ChipText,
    IReadOnlyList<string> Sentences,
    string? LinkText = null,
    string? LinkUrl = null,
    string? ActionText = null,
    string? ActionUrl = null,
    string? AskText = null,
    string? AskUrl = null,
    string? TitleLanguage = null,
    IReadOnlyList<(string Title, string Url)>? Guides = null);
