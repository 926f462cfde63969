using Portal.Web.Resources;

namespace Portal.Web.Notifications.Letters;

/// <summary>A mail in words, before it is HTML or text: both are made from this.</summary>
/// <param name="To">The one address it goes to.</param>
/// <param name="Locale">The locale of its words.</param>
/// <param name="Subject">One line.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Parts">What it says, in order.</param>
public sealed record Letter(string To, Locale Locale, string Subject, string Title, IReadOnlyList<LetterPart> Parts);

/// <summary>A part of a letter.</summary>
public abstract record LetterPart
{
    private LetterPart()
    {
    }

    /// <summary>A paragraph; line breaks in it stay.</summary>
    public sealed record Paragraph(string Text) : LetterPart;

    public sealed record Heading(string Text) : LetterPart;

    /// <summary>Names with their values.</summary>
    public sealed record Facts(IReadOnlyList<Fact> Rows) : LetterPart;

    /// <summary>Things in no particular order.</summary>
    public sealed record List(IReadOnlyList<string> Items) : LetterPart;

    /// <summary>Lines that stay as they are, such as a postal address.</summary>
    public sealed record Address(IReadOnlyList<string> Lines) : LetterPart;

    /// <summary>The one thing to do.</summary>
    public sealed record Button(string Text, string Url) : LetterPart;

    /// <summary>Several ways to go.</summary>
    public sealed record Links(IReadOnlyList<Link> Items) : LetterPart;
}

/// <summary>A name with its value.</summary>
public sealed record Fact(string Name, string Value);

/// <summary>An absolute address with its words.</summary>
public sealed record Link(string Text, string Url);

/// <summary>What every letter of a shop has around its words.</summary>
/// <param name="Shop">The shop's name.</param>
/// <param name="HomeUrl">The absolute address of the portal's home page.</param>
/// <param name="Accent">The accent colour, <c>#rrggbb</c>.</param>
/// <param name="TextOnAccent">The colour that reads best on it.</param>
/// <param name="Footer">Lines at its end.</param>
public sealed record LetterFrame(string Shop, string HomeUrl, string Accent, string TextOnAccent, IReadOnlyList<string> Footer);
