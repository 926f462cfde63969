using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class DrawingTests : ComponentTest
{
    [Fact]
    public void Thumb_EveryKind_HasItsOwnHiddenDrawing()
    {
        string[] kinds = ["mug", "textile", "board", "lamp", "hygiene", "furniture", "box"];
        var drawings = kinds.Select(kind => Render<Thumb>(p => p.Add(t => t.Kind, kind))).ToList();

        Assert.Equal(kinds.Length, drawings.Select(drawing => drawing.Markup).Distinct(StringComparer.Ordinal).Count());
        Assert.All(drawings, drawing => Assert.Equal("true", drawing.Find("svg").GetAttribute("aria-hidden")));
    }

    [Fact]
    public void Thumb_UnknownKind_IsABox() =>
        Assert.Equal(Render<Thumb>(p => p.Add(t => t.Kind, "box")).Markup, Render<Thumb>(p => p.Add(t => t.Kind, Hostile)).Markup);

    [Theory]
    [InlineData("ceramics", "mug")]
    [InlineData("linen", "textile")]
    [InlineData("kitchen", "board")]
    [InlineData("lighting", "lamp")]
    [InlineData("care", "hygiene")]
    public void Thumb_Category_HasADrawingThatStandsForIt(string category, string kind) =>
        Assert.Equal(Render<Thumb>(p => p.Add(t => t.Kind, kind)).Markup, Render<Thumb>(p => p.Add(t => t.Kind, category)).Markup);

    [Fact]
    public void Icon_EveryKind_HasItsOwnHiddenDrawing()
    {
        string[] kinds = ["parcel", "return", "refund", "letter", "phone", "clock", "print", "document", ""];
        var drawings = kinds.Select(kind => Render<Icon>(p => p.Add(i => i.Kind, kind))).ToList();

        Assert.Equal(kinds.Length, drawings.Select(drawing => drawing.Markup).Distinct(StringComparer.Ordinal).Count());
        Assert.All(drawings, drawing => Assert.Equal("true", drawing.Find("svg").GetAttribute("aria-hidden")));
    }
}
