namespace Portal.Web.Components.MailParts;

/// <summary>A mail in the list of <c>/dev/mail</c>.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="To">Its recipient.</param>
/// <param name="Language">Its locale.</param>
/// <param name="When">Date and time in UTC.</param>
public sealed record MailListRow(string Id, string Subject, string To, string Language, string When);
