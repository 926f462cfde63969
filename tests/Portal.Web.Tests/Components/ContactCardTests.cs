using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class ContactCardTests : ComponentTest
{
    [Theory]
    [InlineData("en", "Talk to us", "Phone: +351 21 555 0148")]
    [InlineData("de", "Sprechen Sie mit uns", "Telefon: +351 21 555 0148")]
    public void ContactCard_Ways_CanBeDialledAndWrittenTo(string locale, string title, string phone)
    {
        Speak(locale);
        var card = Render<ContactCard>(p => p.Add(c => c.Phone, "+351 21 555 0148").Add(c => c.Email, "help@fernhill.example").Add(c => c.Hours, "9 to 17"));

        Assert.Equal(title, card.Find("h2").TextContent);
        Assert.Equal(phone, card.Find("li").TextContent);
        Assert.Equal("tel:+351215550148", card.Find("a[href^='tel:']").GetAttribute("href"));
        Assert.Equal("mailto:help@fernhill.example", card.Find("a[href^='mailto:']").GetAttribute("href"));
    }

    [Fact]
    public void ContactCard_WithoutPhone_LeavesItOut() =>
        Assert.Single(Render<ContactCard>(p => p.Add(c => c.Email, "a@b.example")).FindAll("li"));

    [Fact]
    public void ContactCard_HostileText_StaysText()
    {
        var card = Render<ContactCard>(p => p.Add(c => c.Phone, Hostile).Add(c => c.Email, Hostile).Add(c => c.Hours, Hostile));

        Assert.Equal("tel:11", card.Find("a").GetAttribute("href"));
        Assert.Empty(card.FindAll("script, img"));
    }
}
