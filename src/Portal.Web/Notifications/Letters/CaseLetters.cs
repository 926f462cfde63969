using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Resources;

namespace Portal.Web.Notifications.Letters;

/// <summary>Letters about a case, in the locale of the moment.</summary>
public sealed class CaseLetters(Texts texts, DecisionTexts words, CaseViews views, LetterLinks links, Snapshot snapshot, TimeProvider clock)
{
    private string LocaleCode => texts.Locale.Code;

    /// <summary>What was decided, and what happens next; null once the case has ended otherwise.</summary>
    public Letter? Opened(string to, LoadedCase loaded) => loaded.Case switch
    {
        { State: CaseState.Refused or CaseState.Canceled } => null,
        { State: CaseState.NeedsReview, Message: not null } => Opened(to, loaded, texts["Mail.Asked.Subject", loaded.Case.Rma], texts["Mail.Asked.Title"], texts["Mail.Asked.Text"]),
        { State: CaseState.NeedsReview } => Opened(to, loaded, texts["Mail.Review.Subject", loaded.Case.Rma], texts["Case.NeedsReview"], texts["Check.Review.Text"]),
        { Goods: GoodsState.Kept } => Opened(to, loaded, texts["Mail.Keep.Subject", loaded.Case.Rma], texts["Event.ApprovedToKeep"], Money(loaded)),
        _ => Opened(to, loaded, texts["Mail.NotSent.Subject", loaded.Case.Rma], texts["Event.ApprovedNotSent"], $"{Money(loaded)} {texts["Mail.NotSent.IfItComes"]}".Trim()),
    };

    /// <summary>What to send back and where to; null once nothing is to be sent any more.</summary>
    public Letter? Slip(string to, LoadedCase loaded)
    {
        var opened = loaded.Case;
        var sent = opened.Lines.Where(line => line.IsSentBack).ToList();
        if (opened is not { State: CaseState.Open, Goods: GoodsState.Awaited } || sent.Count == 0)
        {
            return null;
        }

        var now = Refunding(loaded);
        var later = texts["Mail.Slip.Refund", texts.Money(new(opened.Total - now, loaded.Order.Facts.Currency))];
        return new Letter(to, texts.Locale, texts["Mail.Slip.Subject", opened.Rma], texts["Event.ApprovedToSendBack"],
        [
            new LetterPart.Paragraph(texts["Slip.Next.Text"]),
            .. Answer(opened),
            new LetterPart.Button(texts["Slip.Open"], links.Slip(LocaleCode, opened)),
            new LetterPart.Facts(Numbers(loaded)),
            new LetterPart.Heading(texts["Slip.Items"]),
            new LetterPart.List(sent.ConvertAll(line => views.Item(loaded, line))),
            new LetterPart.Heading(texts["Slip.To"]),
            new LetterPart.Address(snapshot.Site.ReturnAddress(loaded.Order.Order.Market) ?? []),
            new LetterPart.Heading(texts["Slip.How"]),
            new LetterPart.List([texts["Slip.Step1"], texts["Slip.Step2"], texts["Slip.Step3"]]),
            new LetterPart.Paragraph(now > 0 ? $"{Money(loaded)} {later}" : later),
            new LetterPart.Links([new Link(texts["Mail.Case.Link"], links.Case(LocaleCode, opened))]),
            Until(loaded),
        ]);
    }

    /// <summary>That it was refused, and why: in a person's words, else in the decision's own. Null once it is looked at again.</summary>
    public Letter? Refused(string to, LoadedCase loaded)
    {
        var opened = loaded.Case;
        if (opened.State != CaseState.Refused)
        {
            return null;
        }

        IEnumerable<string> why = opened.Answer is { } answer
            ? [answer]
            : opened.Lines.SelectMany(line => StoredReasons.Of(line.Decision)).Select(words.Reason).Distinct(StringComparer.Ordinal);
        return new Letter(to, texts.Locale, texts["Mail.Refused.Subject", opened.Rma], texts["Mail.Refused.Title"],
        [
            new LetterPart.Heading(texts["Mail.Refused.Why"]),
            .. why.Select(sentence => new LetterPart.Paragraph(sentence)),
            new LetterPart.Paragraph(texts["Mail.Refused.Next"]),
            new LetterPart.Facts([.. Numbers(loaded), .. Lines(loaded)]),
            new LetterPart.Button(texts["Mail.Case.Link"], links.Case(LocaleCode, opened)),
            Until(loaded),
        ]);
    }

    /// <summary>The numbers by which shop and shopper name a case.</summary>
    internal IReadOnlyList<Fact> Numbers(LoadedCase loaded) =>
    [
        new(texts["Slip.Rma"], loaded.Case.Rma), new(texts["Find.Number"], loaded.Order.Order.Number),
    ];

    /// <summary>Until when the links of a letter work.</summary>
    internal LetterPart Until(LoadedCase loaded)
    {
        var ends = NodaTime.Instant.FromDateTimeOffset(clock.GetUtcNow()) + SignedLinks.CaseLifetime;
        return new LetterPart.Paragraph(texts["Mail.Link.Until", texts.Date(ends, snapshot.Zone(loaded.Order.Order.Market))]);
    }

    private Letter Opened(string to, LoadedCase loaded, string subject, string title, string text) => new(to, texts.Locale, subject, title,
    [
        .. text.Length > 0 ? [new LetterPart.Paragraph(text)] : Array.Empty<LetterPart>(),
        .. Answer(loaded.Case),
        .. loaded.Case.Lines.Exists(line => line.Shipment == ShipmentMethod.Donate) ? [new LetterPart.Paragraph(texts["Mail.Donate"])] : Array.Empty<LetterPart>(),
        new LetterPart.Facts([.. Numbers(loaded), .. Lines(loaded)]),
        new LetterPart.Button(texts["Mail.Case.Link"], links.Case(LocaleCode, loaded.Case)),
        Until(loaded),
    ]);

    // What the person who looked at it wrote.
    private LetterPart[] Answer(ReturnCase opened) =>
        opened.Answer is { } answer ? [new LetterPart.Heading(texts["Case.Answer"]), new LetterPart.Paragraph(answer)] : [];

    private IEnumerable<Fact> Lines(LoadedCase loaded) =>
        loaded.Case.Lines.Select(line => new Fact(views.Item(loaded, line), texts[$"Reason.{line.Reason}"]));

    private string Money(LoadedCase loaded) =>
        Refunding(loaded) is > 0 and var amount ? texts["Mail.Refunding", texts.Money(new(amount, loaded.Order.Facts.Currency))] : "";

    private static long Refunding(LoadedCase loaded) => loaded.Refunds.Where(refund => refund.IsOwed).Sum(refund => refund.Amount);
}
