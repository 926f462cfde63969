using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class SelectFieldTests : ComponentTest
{
    [Fact]
    public void SelectField_Selected_IsPicked()
    {
        var field = Render<SelectField>(p => p.Add(f => f.Name, "reason").Add(f => f.Label, "Why?").Add(f => f.Options, [new("", "Choose"), new("damaged", "It arrived damaged")]).Add(f => f.Selected, "damaged"));

        Assert.Equal("damaged", field.Find("option[selected]").GetAttribute("value"));
        Assert.Equal("reason", field.Find("label").GetAttribute("for"));
        Assert.Equal("reason", field.Find("select").Id);
    }

    [Fact]
    public void SelectField_Error_DescribesIt()
    {
        var field = Render<SelectField>(p => p.Add(f => f.Name, "reason").Add(f => f.Label, "Why?").Add(f => f.Error, "Choose a reason"));

        Assert.Equal("reason-error", field.Find("select").GetAttribute("aria-describedby"));
        Assert.Equal("true", field.Find("select").GetAttribute("aria-invalid"));
        Assert.Equal("Error: Choose a reason", field.Find("#reason-error").TextContent);
    }

    [Fact]
    public void SelectField_HostileOption_StaysText()
    {
        var field = Render<SelectField>(p => p.Add(f => f.Name, "a").Add(f => f.Options, [new(Hostile, Hostile)]));

        Assert.Equal(Hostile, field.Find("option").GetAttribute("value"));
        Assert.Equal(Hostile, field.Find("option").TextContent);
        Assert.Empty(field.FindAll("script, img"));
    }
}
