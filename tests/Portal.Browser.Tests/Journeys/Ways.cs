using Portal.Browser.Tests.Site;

namespace Portal.Browser.Tests.Journeys;

/// <summary>The ways every journey is walked: in each language, with and without scripts, on both screens.</summary>
public sealed class Ways : TheoryData<string, bool, string>
{
    public Ways()
    {
        Add("en", true, "desktop");
        Add("en", false, "phone");
        Add("de", true, "phone");
        Add("de", false, "desktop");
    }

    /// <summary>Somebody who walks that way.</summary>
    public static VisitorOptions Of(string locale, bool scripts, string screen) => new()
    {
        Locale = locale,
        HasScripts = scripts,
        Screen = screen is "phone" ? Screen.Phone : Screen.Desktop,
    };
}
