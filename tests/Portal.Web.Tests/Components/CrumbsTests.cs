using Bunit;
using Portal.Web.Components;

namespace Portal.Web.Tests.Components;

public sealed class CrumbsTests : ComponentTest
{
    [Theory]
    [InlineData("en", "You are here")]
    [InlineData("de", "Sie sind hier")]
    public void Crumbs_Way_EndsWithThePageItself(string locale, string label)
    {
        Speak(locale);
        Render<Crumbs>(p => p.Add(c => c.Items, [new("Help", "/en/help"), new(Hostile)])).MarkupMatches(
            $"""
            <nav class="crumbs" aria-label="{label}"><ol>
              <li><a href="/en/help">Help</a></li>
              <li><span aria-current="page">"'&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;</span></li>
            </ol></nav>
            """);
    }
}
