using Microsoft.Playwright;

namespace Portal.Browser.Tests.Site;

/// <summary>Who visits: which language, which screen, with or without scripts.</summary>
public sealed record VisitorOptions
{
    /// <summary>A person with an English desktop browser.</summary>
    public static VisitorOptions Default { get; } = new();

    public string Locale { get; init; } = "en";

    public bool HasScripts { get; init; } = true;

    public Screen Screen { get; init; } = Screen.Desktop;

    public ColorScheme Scheme { get; init; } = ColorScheme.Light;

    internal BrowserNewContextOptions Context(string address) => new()
    {
        BaseURL = address,
        Locale = Locale,
        JavaScriptEnabled = HasScripts,
        ViewportSize = Screen.Size,
        ColorScheme = Scheme,
        ReducedMotion = ReducedMotion.Reduce,
        AcceptDownloads = true,
    };
}

/// <summary>A screen, by its width and height in CSS pixels.</summary>
public sealed record Screen(int Width, int Height)
{
    public static Screen Desktop { get; } = new(1280, 900);

    public static Screen Phone { get; } = new(390, 844);

    /// <summary>The narrowest that must do without scrolling sideways.</summary>
    public static Screen SmallPhone { get; } = new(360, 740);

    public ViewportSize Size => new() { Width = Width, Height = Height };
}
