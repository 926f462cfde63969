namespace Portal.Web.Components;

/// <summary>One parcel and where it is, in words ready to print.</summary>
/// <param name="Title">The parcel's name, such as “Parcel 1 of 2”.</param>
/// <param name="ChipKind">The chip's tone: empty, <c>good</c>, <c>wait</c> or <c>bad</c>.</param>
/// <param name="ChipText">Its state in two or three words.</param>
/// <param name="Sentence">Its state with the day it came or is expected.</param>
/// <param name="Contents">What is inside, one entry per item.</param>
/// <param name="TrackingText">The words of the link to the carrier, or null.</param>
/// <param name="TrackingUrl">The carrier's page, or null; then the words stand without a link.</param>
/// <param name="Step">How many of its three steps (ordered, shipped, delivered) are behind it: 0 to 3.</param>
public sealed record ParcelView(
    string Title,
    string ChipKind,
    string ChipText,
    string Sentence,
    IReadOnlyList<string> Contents,
    string? TrackingText,
    string? TrackingUrl,
    int Step);
