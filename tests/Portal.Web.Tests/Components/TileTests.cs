using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class TileTests : ComponentTest
{
    [Theory]
    [InlineData("en", 1, "1 article")]
    [InlineData("en", 12, "12 articles")]
    [InlineData("de", 2, "2 Artikel")]
    public void CategoryTile_Articles_AreCounted(string locale, int articles, string expected)
    {
        Speak(locale);
        var tile = Render<CategoryTile>(p => p.Add(t => t.Category, Samples.Category(articles)).Add(t => t.Url, "/en/help/returns"));

        Assert.Equal(expected, tile.Find(".tile-facts").TextContent);
        Assert.Equal("/en/help/returns", tile.Find("h3 > a").GetAttribute("href"));
    }

    [Fact]
    public void CategoryTile_HostileText_StaysText()
    {
        var tile = Render<CategoryTile>(p => p.Add(t => t.Category, Samples.Category(0, Hostile, Hostile)));

        Assert.Equal(Hostile, tile.Find("h3").TextContent);
        Assert.Empty(tile.FindAll("script, img"));
    }

    [Fact]
    public void ActionTile_Always_HasOneLinkNamedByItsTitle()
    {
        var tile = Render<ActionTile>(p => p.Add(t => t.Title, Hostile).Add(t => t.Text, Hostile).Add(t => t.Url, "/en/orders").Add(t => t.IconKind, "parcel"));

        Assert.Equal(Hostile, Assert.Single(tile.FindAll("a")).TextContent);
        Assert.Equal("true", tile.Find("svg").GetAttribute("aria-hidden"));
        Assert.Empty(tile.FindAll("script, img"));
    }
}
