using System.Globalization;

namespace Portal.Returns.Tests;

/// <summary>How many cases the properties of this run try.</summary>
internal static class Properties
{
    private static readonly int? Most = int.TryParse(Environment.GetEnvironmentVariable("PORTAL_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : null;

    /// <summary>The usual number, or fewer where <c>PORTAL_CASES</c> says so: mutation testing runs all tests thousands of times.</summary>
    public static int Cases(int usual) => Math.Min(usual, Most ?? usual);
}
