using AngleSharp.Html.Parser;
using Bunit;
using Portal.Web.Components.MailParts;
using Portal.Web.Notifications.Letters;
using Portal.Web.Resources;

namespace Portal.Web.Tests.Components;

public sealed class MailPartTests : ComponentTest
{
    private static readonly LetterFrame Frame = new("Fernhill", "https://help.example.com/en", "#1f5f4a", "#ffffff", ["Questions?", "Fernhill, Lda."]);

    [Fact]
    public void Part_Button_IsALinkInTheShopsColours()
    {
        var link = Part(new LetterPart.Button("See your return", "https://help.example.com/en/returns/R-1?key=a")).Find("a");
        Assert.Equal(("See your return", "https://help.example.com/en/returns/R-1?key=a"), (link.TextContent, link.GetAttribute("href")));
        Assert.Contains("background-color:#1f5f4a;color:#ffffff", link.GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void Part_Facts_AreNamesWithValues()
    {
        var part = Part(new LetterPart.Facts([new("Order number", "P-1001"), new("Amount", "€18.00")]));
        Assert.Equal(["Order number", "Amount"], part.FindAll("dt").Select(name => name.TextContent));
        Assert.Equal(["P-1001", "€18.00"], part.FindAll("dd bdi").Select(value => value.TextContent));
    }

    [Fact]
    public void Part_Address_KeepsItsLinesFromLeftToRight()
    {
        var part = Part(new LetterPart.Address(["Unit 7", "Milton Keynes"]));
        Assert.Equal("ltr", part.Find("p").GetAttribute("dir"));
        Assert.Equal(2, part.FindAll("br").Count);
    }

    [Fact]
    public void Part_ListAndLinks_ShowEveryItem()
    {
        Assert.Equal(["One", "Two"], Part(new LetterPart.List(["One", "Two"])).FindAll("li").Select(item => item.TextContent));
        Assert.Equal(["https://a.example/1", "https://a.example/2"], Part(new LetterPart.Links([new("A", "https://a.example/1"), new("B", "https://a.example/2")])).FindAll("a").Select(link => link.GetAttribute("href")!));
    }

    [Fact]
    public void Part_HostileText_StaysText()
    {
        LetterPart[] parts =
        [
            new LetterPart.Paragraph(Hostile), new LetterPart.Heading(Hostile), new LetterPart.Facts([new(Hostile, Hostile)]), new LetterPart.List([Hostile]),
            new LetterPart.Address([Hostile]), new LetterPart.Button(Hostile, "https://a.example/"), new LetterPart.Links([new(Hostile, "https://a.example/")]),
        ];
        Assert.All(parts, part =>
        {
            var shown = Part(part);
            Assert.Empty(shown.FindAll("script, img"));
            Assert.Contains(Hostile, shown.Nodes[0].TextContent, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    public void Document_HasItsLocalesDirectionAndEverythingInline(string locale, string direction)
    {
        var letter = new Letter("ada@example.com", Locale.TryOf(locale)!, "Refunded", "We have refunded you", [new LetterPart.Paragraph("Soon.")]);
        var page = Render<MailDocument>(p => p.Add(d => d.Letter, letter).Add(d => d.Frame, Frame)).Markup;
        Assert.Contains($"<html lang=\"{locale}\" dir=\"{direction}\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>Refunded</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", page, StringComparison.Ordinal);
        Assert.Contains("Fernhill, Lda.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void List_OfMails_LeadsToHtmlAndText()
    {
        var list = Render<MailList>(p => p.Add(l => l.IsFolder, true).Add(l => l.Mails, [new MailListRow("0123", Hostile, "ada@example.com", "de", "2026-11-18 10:00:00")])).Markup;
        Assert.Contains("href=\"/dev/mail/0123/html\"", list, StringComparison.Ordinal);
        Assert.Contains("href=\"/dev/mail/0123/text\"", list, StringComparison.Ordinal);
        Assert.Empty(new HtmlParser().ParseDocument(list).QuerySelectorAll("script, img"));
    }

    private IRenderedComponent<MailPart> Part(LetterPart part) => Render<MailPart>(p => p.Add(m => m.Part, part).Add(m => m.Frame, Frame));
}
