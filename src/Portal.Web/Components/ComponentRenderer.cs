using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Portal.Web.Components;

/// <summary>Renders a component to HTML where there is no page and no request.</summary>
public sealed class ComponentRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>The HTML of a component with these parameters, in the locale of the moment.</summary>
    public async Task<string> RenderAsync<T>(IDictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
