using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Portal.Knowledge.Articles.Rendering;

/// <summary>Containers: <c>:::steps</c> leaves no trace but the class of its ordered list, <c>:::details Title</c> opens and closes.</summary>
internal sealed class ContainerRenderer : HtmlObjectRenderer<CustomContainer>
{
    public const string Steps = "steps";

    public const string Details = "details";

    public static bool IsSteps(CustomContainer container) => string.Equals(container.Info, Steps, StringComparison.Ordinal);

    /// <summary>What an accordion shows when it is closed; null for another container.</summary>
    public static string? Title(CustomContainer container) => string.Equals(container.Info, Details, StringComparison.Ordinal) ? container.Arguments?.Trim() ?? "" : null;

    protected override void Write(HtmlRenderer renderer, CustomContainer obj)
    {
        if (Title(obj) is not { } title)
        {
            renderer.WriteChildren(obj);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<details class=\"more\"><summary>").WriteEscape(title).WriteLine("</summary>");
        renderer.WriteLine("<div>");
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        renderer.WriteChildren(obj);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.EnsureLine();
        renderer.WriteLine("</div>");
        renderer.WriteLine("</details>");
    }
}
