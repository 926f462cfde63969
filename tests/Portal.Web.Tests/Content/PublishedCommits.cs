using System.Diagnostics;
using System.Globalization;

namespace Portal.Web.Tests.Content;

/// <summary>Content of which every commit writes its number wherever a reader looks, so that a page that mixes two shows both.</summary>
internal sealed class PublishedCommits : IDisposable
{
    private static readonly string[] Locales = ["en", "de"];

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-publish-").FullName;

    public PublishedCommits()
    {
        Directory.CreateDirectory(Written);
        File.WriteAllText(Path.Combine(Written, "site.yaml"), File.ReadAllText(Path.Combine(Repository.Content, "site.yaml")).Replace("locales: [en, de, fr, es, ja, ar]", "locales: [en, de]", StringComparison.Ordinal));
        Repository.CopyFolder(Path.Combine(Repository.Content, "policies"), Path.Combine(Written, "policies"));
        Repository.CopyFolder(Path.Combine(Repository.Content, "media"), Path.Combine(Written, "media"));
    }

    /// <summary>What the site serves: in a checkout, or behind a link.</summary>
    public string Served => IsLinked ? Path.Combine(_folder, "current", "content") : Path.Combine(Checkout, "content");

    /// <summary>True when releases are published by switching a link, false for <c>git pull</c>.</summary>
    public required bool IsLinked { get; init; }

    private string Origin => Path.Combine(_folder, "origin");

    private string Checkout => Path.Combine(_folder, "checkout");

    private string Written => Path.Combine(Origin, "content");

    /// <summary>The first commit, which the site starts with.</summary>
    public async Task BeginAsync(int number)
    {
        Write(number, isBroken: false);
        if (IsLinked)
        {
            await ReleaseAsync(number);
            return;
        }

        await GitAsync(_folder, "init", "-q", "-b", "main", Origin);
        await CommitAsync(number);
        await GitAsync(_folder, "clone", "-q", Origin, Checkout);
    }

    /// <summary>Publishes the next commit the way an operator would, under the eyes of the readers.</summary>
    public async Task PublishAsync(int number, bool isBroken)
    {
        Write(number, isBroken);
        if (IsLinked)
        {
            await ReleaseAsync(number);
            return;
        }

        await CommitAsync(number);
        await GitAsync(Checkout, "pull", "-q", "--ff-only");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task ReleaseAsync(int number)
    {
        var release = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"release-{number}"));
        Repository.CopyFolder(Written, Path.Combine(release, "content"));
        var fresh = Path.Combine(_folder, "next");
        Directory.CreateSymbolicLink(fresh, release);
        await RunAsync(_folder, "mv", "-T", fresh, Path.Combine(_folder, "current"));
    }

    private async Task CommitAsync(int number)
    {
        await GitAsync(Origin, "add", "-A");
        await GitAsync(Origin, "-c", "user.name=Editor", "-c", "user.email=editor@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", number.ToString(CultureInfo.InvariantCulture));
    }

    private static Task GitAsync(string folder, params string[] arguments) => RunAsync(folder, "git", arguments);

    private void Write(int number, bool isBroken)
    {
        var commit = string.Create(CultureInfo.InvariantCulture, $"Commit-{number}.");
        foreach (var locale in Locales)
        {
            var category = Path.Combine(Written, "articles", locale, "news");
            Directory.CreateDirectory(category);
            File.WriteAllText(Path.Combine(category, "_category.yaml"), $"title: \"News {commit}\"\nsummary: \"All about {commit}\"\norder: 1\nslug: news\n");
            foreach (var name in new[] { "first", "second", "third" })
            {
                File.WriteAllText(
                    Path.Combine(category, $"{name}.md"),
                    $"---\ntitle: \"The {name} of {commit}\"\nsummary: \"In short: {commit}\"\ntype: guide\nquestions: [what is {name} {locale}, where is {name} {locale}, when is {name} {locale}]\ntags: [{name}]\norder: 1\nupdated: 2026-11-12\nslug: {name}\n{(isBroken && name is "second" ? "colour: red\n" : "")}---\nText of {commit}\n\n## More {{#more}}\n\n[See the first](help:news/first). {commit}\n");
            }
        }
    }

    private static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors}");
    }
}
