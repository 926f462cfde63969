using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class ChoiceListTests : ComponentTest
{
    private static readonly IReadOnlyList<Choice> Choices =
        [new("keep", "Refund, keep the mug", "Nothing to send.", "€18.00"), new("new", "Send a new one")];

    [Fact]
    public void ChoiceList_Choices_AreRadiosUnderOneLegend()
    {
        var list = Render<ChoiceList>(p => p.Add(c => c.Name, "option").Add(c => c.Legend, "What would you like?").Add(c => c.Choices, Choices).Add(c => c.Selected, "new"));

        Assert.Equal("What would you like?", list.Find("fieldset > legend").TextContent.Trim());
        Assert.Equal(["option", "option-2"], list.FindAll("input[type=radio][name=option]").Select(input => input.Id));
        Assert.Equal("new", Assert.Single(list.FindAll("input[checked]")).GetAttribute("value"));
        Assert.Equal("€18.00", list.Find("label[for=option] .amount").TextContent);
        Assert.Equal("option-about", list.Find("#option").GetAttribute("aria-describedby"));
        Assert.Null(list.Find("#option-2").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void ChoiceList_Error_BelongsToTheGroup()
    {
        var list = Render<ChoiceList>(p => p.Add(c => c.Name, "option").Add(c => c.Legend, "What?").Add(c => c.Choices, Choices).Add(c => c.Hint, "Pick one").Add(c => c.Error, "Choose what you would like"));

        Assert.Contains("wrong", list.Find(".field").ClassList);
        Assert.Equal("option-hint option-error", list.Find("fieldset").GetAttribute("aria-describedby"));
        Assert.Equal("Error: Choose what you would like", list.Find("#option-error").TextContent);
        Assert.Empty(list.FindAll("input[checked]"));
    }

    [Fact]
    public void ChoiceList_Multiple_AreBoxesToTick()
    {
        var list = Render<ChoiceList>(p => p.Add(c => c.Name, "items").Add(c => c.Multiple, value: true).Add(c => c.Choices, Choices).Add(c => c.SelectedMany, ["keep", "new"]));

        Assert.Equal(2, list.FindAll("input[type=checkbox][checked]").Count);
    }

    [Fact]
    public void ChoiceList_LegendIsHeading_HoldsTheTitle() =>
        Assert.Equal("What?", Render<ChoiceList>(p => p.Add(c => c.Name, "a").Add(c => c.Legend, "What?").Add(c => c.LegendIsHeading, value: true)).Find("legend > h1").TextContent);

    [Fact]
    public void ChoiceList_HostileText_StaysText()
    {
        var list = Render<ChoiceList>(p => p.Add(c => c.Name, "a").Add(c => c.Legend, Hostile).Add(c => c.Choices, [new(Hostile, Hostile, Hostile, Hostile)]));

        Assert.Equal(Hostile, list.Find("input").GetAttribute("value"));
        Assert.Equal(Hostile, list.Find(".choice-text").TextContent);
        Assert.Empty(list.FindAll("script, img"));
    }
}
