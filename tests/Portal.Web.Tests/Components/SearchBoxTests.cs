using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class SearchBoxTests : ComponentTest
{
    [Theory]
    [InlineData("en", "Search help", "Search")]
    [InlineData("de", "Hilfe durchsuchen", "Suchen")]
    public void SearchBox_Locale_SpeaksIt(string locale, string label, string button)
    {
        Speak(locale);
        var box = Render<SearchBox>(p => p.Add(b => b.Action, "/en/search"));

        Assert.Equal(label, box.Find("label[for=q]").TextContent);
        Assert.Equal(button, box.Find("button[type=submit]").TextContent);
    }

    [Fact]
    public void SearchBox_WithoutScript_IsAPlainGetForm()
    {
        var form = Render<SearchBox>(p => p.Add(b => b.Action, "/en/search").Add(b => b.Query, "mug")).Find("form");

        Assert.Equal("get", form.GetAttribute("method"));
        Assert.Equal("/en/search", form.GetAttribute("action"));
        Assert.Equal("search", form.GetAttribute("role"));
        var field = form.QuerySelector("input[name=q]");
        Assert.Equal("mug", field?.GetAttribute("value"));
        Assert.Null(form.GetAttribute("data-suggest"));
    }

    [Fact]
    public void SearchBox_Hero_IsLargeAndKeepsItsOwnId()
    {
        var box = Render<SearchBox>(p => p.Add(b => b.Hero, value: true).Add(b => b.Id, "hero").Add(b => b.SuggestUrl, "/api/suggest?locale=en"));

        Assert.Contains("large", box.Find("form").ClassList);
        Assert.Equal("/api/suggest?locale=en", box.Find("form").GetAttribute("data-suggest"));
        Assert.Equal("hero", box.Find("input").Id);
        Assert.Equal("hero", box.Find("label").GetAttribute("for"));
    }

    [Fact]
    public void SearchBox_HostileQuery_StaysText()
    {
        var box = Render<SearchBox>(p => p.Add(b => b.Query, Hostile));

        Assert.Equal(Hostile, box.Find("input").GetAttribute("value"));
        Assert.Empty(box.FindAll("script, img"));
    }
}
