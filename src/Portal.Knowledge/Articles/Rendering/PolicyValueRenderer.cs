using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Portal.Knowledge.Articles.Rendering;

internal sealed class PolicyValueRenderer : HtmlObjectRenderer<PolicyValueInline>
{
    protected override void Write(HtmlRenderer renderer, PolicyValueInline obj) => renderer.WriteEscape(obj.Text ?? "");
}
