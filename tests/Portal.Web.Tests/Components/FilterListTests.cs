using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class FilterListTests : ComponentTest
{
    [Theory]
    [InlineData("en", "Returns12, 12 results, remove this filter", "Delivery1, 1 result")]
    [InlineData("de", "Returns12, 12 Treffer, diesen Filter entfernen", "Delivery1, 1 Treffer")]
    public void FilterList_Items_SayWhatTheyLeave(string locale, string active, string other)
    {
        Speak(locale);
        var list = Render<FilterList>(p => p.Add(f => f.Label, "Subject").Add(f => f.Items, [new("Returns", 12, "?", IsActive: true), new("Delivery", 1, "?category=delivery", IsActive: false)]));

        Assert.Equal([active, other], list.FindAll("a").Select(link => link.TextContent));
        Assert.Equal("?", list.Find("a[aria-current=true]").GetAttribute("href"));
        Assert.Equal("Subject", list.Find("nav").GetAttribute("aria-label"));
    }

    [Fact]
    public void FilterList_NoItems_IsNotThere() => Assert.Empty(Render<FilterList>(p => p.Add(f => f.Label, "Subject")).Markup.Trim());

    [Fact]
    public void FilterList_HostileText_StaysText()
    {
        var list = Render<FilterList>(p => p.Add(f => f.Label, Hostile).Add(f => f.Items, [new(Hostile, 1, Hostile, IsActive: false)]));

        Assert.Equal(Hostile, list.Find("a").GetAttribute("href"));
        Assert.Empty(list.FindAll("script, img"));
    }
}
