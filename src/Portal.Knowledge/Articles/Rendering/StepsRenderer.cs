using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>The container <c>:::steps</c>; it leaves no trace but the class of its ordered list.</summary>
internal sealed class StepsRenderer : HtmlObjectRenderer<CustomContainer>
{
    public const string Name = "steps";

    public static bool IsSteps(CustomContainer container) => string.Equals(container.Info, Name, StringComparison.Ordinal);

    protected override void Write(HtmlRenderer renderer, CustomContainer obj) => renderer.WriteChildren(obj);
}
