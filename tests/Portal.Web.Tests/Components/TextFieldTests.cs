using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class TextFieldTests : ComponentTest
{
    [Theory]
    [InlineData("en", "Error: Enter the order number")]
    [InlineData("de", "Fehler: Enter the order number")]
    public void TextField_Error_StandsBesideTheFieldAndDescribesIt(string locale, string heard)
    {
        Speak(locale);
        var field = Render<TextField>(p => p.Add(f => f.Name, "number").Add(f => f.Label, "Order number").Add(f => f.Hint, "Such as P-1042").Add(f => f.Error, "Enter the order number").Add(f => f.Value, "?"));
        var input = field.Find("input");

        Assert.Contains("wrong", field.Find(".field").ClassList);
        Assert.Equal("number-hint number-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("?", input.GetAttribute("value"));
        Assert.Equal(heard, field.Find("#number-error").TextContent);
        Assert.Equal("Such as P-1042", field.Find("#number-hint").TextContent);
    }

    [Fact]
    public void TextField_Plain_HasLabelAndNothingElse() =>
        Render<TextField>(p => p.Add(f => f.Name, "proof").Add(f => f.Label, "E-mail or postcode")).MarkupMatches(
            """<div class="field"><label for="proof">E-mail or postcode</label><input class="input" type="text" id="proof" name="proof" dir="auto"></div>""");

    [Theory]
    [InlineData("en", "Message (optional)")]
    [InlineData("de", "Message (freiwillig)")]
    public void TextField_Optional_SaysSo(string locale, string label)
    {
        Speak(locale);
        var field = Render<TextField>(p => p.Add(f => f.Name, "m").Add(f => f.Label, "Message").Add(f => f.Required, value: false));

        Assert.Equal(label, field.Find("label").TextContent.Trim());
    }

    [Fact]
    public void TextField_Multiline_KeepsWhatWasTyped()
    {
        var field = Render<TextField>(p => p.Add(f => f.Name, "m").Add(f => f.Label, "Message").Add(f => f.Multiline, value: true).Add(f => f.Value, Hostile));

        Assert.Equal(Hostile, field.Find("textarea").TextContent);
        Assert.Empty(field.FindAll("input, script, img"));
    }

    [Theory]
    [InlineData(3, "3")]
    [InlineData(9, null)]
    public void TextField_OverlongValue_IsNotCut(int length, string? limit)
    {
        var input = Render<TextField>(p => p.Add(f => f.Name, "a").Add(f => f.MaxLength, 3).Add(f => f.Value, new string('x', length))).Find("input");

        Assert.Equal(length, input.GetAttribute("value")?.Length);
        Assert.Equal(limit, input.GetAttribute("maxlength"));
    }

    [Fact]
    public void TextField_Id_MayDifferFromName()
    {
        var field = Render<TextField>(p => p.Add(f => f.Name, "Input.Email").Add(f => f.Id, "email").Add(f => f.Label, Hostile).Add(f => f.Type, "email").Add(f => f.Autocomplete, "email"));

        Assert.Equal("Input.Email", field.Find("#email").GetAttribute("name"));
        Assert.Equal("email", field.Find("label").GetAttribute("for"));
        Assert.Equal("email", field.Find("input").GetAttribute("autocomplete"));
        Assert.Empty(field.FindAll("script, img"));
    }
}
