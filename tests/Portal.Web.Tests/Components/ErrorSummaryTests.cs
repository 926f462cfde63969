using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class ErrorSummaryTests : ComponentTest
{
    [Theory]
    [InlineData("en", "There is a problem")]
    [InlineData("de", "Es gibt ein Problem")]
    public void ErrorSummary_Errors_LinkToTheirFields(string locale, string title)
    {
        Speak(locale);
        Render<ErrorSummary>(p => p.Add(s => s.Errors, [new("number", "Enter the order number")])).MarkupMatches(
            $"""<div class="errors" id="errors" role="alert" tabindex="-1"><h2>{title}</h2><ul><li><a href="#number">Enter the order number</a></li></ul></div>""");
    }

    [Fact]
    public void ErrorSummary_NoErrors_IsNotThere() => Assert.Empty(Render<ErrorSummary>().Markup.Trim());

    [Fact]
    public void ErrorSummary_HostileMessage_StaysText()
    {
        var summary = Render<ErrorSummary>(p => p.Add(s => s.Errors, [new("a", Hostile)]));

        Assert.Equal(Hostile, summary.Find("a").TextContent);
        Assert.Empty(summary.FindAll("script, img"));
    }
}
