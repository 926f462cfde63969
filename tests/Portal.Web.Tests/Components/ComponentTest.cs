using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Resources;

namespace Portal.Web.Tests.Components;

/// <summary>Renders components with the shipped words, in English until a test asks for another locale.</summary>
public abstract class ComponentTest : BunitContext
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    protected ComponentTest()
    {
        Services.AddLocalization();
        Services.AddScoped<Texts>();
        Speak("en");
    }

    /// <summary>Text that must never become markup.</summary>
    protected const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&";

    /// <summary>Switches the locale of what is rendered next.</summary>
    protected static void Speak(string code)
    {
        var locale = Locale.TryOf(code) ?? throw new ArgumentException($"There is no locale '{code}'.", nameof(code));
        CultureInfo.CurrentUICulture = locale.Culture;
        CultureInfo.CurrentCulture = locale.Formats;
    }

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _uiCulture;
        base.Dispose(disposing);
    }
}
