using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Tests;

/// <summary>The content that this repository ships, read once.</summary>
internal static class Shipped
{
    private static readonly Lazy<LibraryReading> Once = new(() => LibraryReader.Read(Options, new AnyValue(), ContentFixture.Today));

    public static LibraryOptions Options => new(Path.Combine(Repository.Root, "content"), ["en", "de", "fr", "es", "ja", "ar"], "en", (locale, category, article) => $"/{locale}/help/{category}" + (article is null ? "" : $"/{article}"));

    public static LibraryReading Reading => Once.Value;

    public static Library Library => Reading.Library ?? throw new InvalidOperationException(string.Join('\n', Reading.Findings));

    private sealed class AnyValue : IPolicyValues
    {
        public IReadOnlyCollection<string> Names => [];

        public string? Find(string name, string locale, string? market) =>
            name.StartsWith("returns.", StringComparison.Ordinal) || name.StartsWith("law.", StringComparison.Ordinal) ? "30 days" : null;
    }
}
