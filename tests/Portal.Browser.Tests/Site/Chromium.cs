using Microsoft.Playwright;

namespace Portal.Browser.Tests.Site;

/// <summary>The browser: the system's Chromium, never one that Playwright would download.</summary>
public static class Chromium
{
    // The shell has no browser window around the page, which makes it several times lighter.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    /// <summary>Starts it without a window.</summary>
    /// <exception cref="FileNotFoundException">There is none on the PATH.</exception>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        ArgumentNullException.ThrowIfNull(playwright);
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Headless = true,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"],
        });
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select((name, rank) => (Path: Path.Combine(folder, name), Rank: rank)))
            .Where(found => File.Exists(found.Path))
            .OrderBy(found => found.Rank)
            .Select(found => found.Path)
            .FirstOrDefault()
        ?? throw new FileNotFoundException("The browser tests need Chromium, and there is none on the PATH. Install it (Debian: apt-get install chromium-headless-shell), or run tests/run.sh, which does.");
}
