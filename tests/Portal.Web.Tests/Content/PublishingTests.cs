using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Content;
using Portal.Web.Tests.Commands;

namespace Portal.Web.Tests.Content;

/// <summary>Content is published while people read. Two hundred commits in all with <c>PORTAL_LONG=1</c>.</summary>
public sealed partial class PublishingTests
{
    private const int Readers = 8;

    // Every so many commits one has an error.
    private const int Broken = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Pages = ["/en", "/en/help", "/en/help/news", "/en/help/news/first", "/en/help/news/second", "/de/help/news", "/de/help/news/third", "/en/help/news/third.md", "/en/search?q=commit", "/sitemap.xml", "/llms.txt"];

    private static int Commits => Environment.GetEnvironmentVariable("PORTAL_LONG") is "1" ? 100 : 6;

    /// <summary>How they are published: by a link that is switched, or by <c>git pull</c>.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Commits_PublishedWhilePeopleRead_AreSeenWholeOrNotAtAll(bool isLinked)
    {
        using var commits = new PublishedCommits { IsLinked = isLinked };
        await commits.BeginAsync(0);
        await using var site = new PortalFactory { Replace = services => services.AddSingleton(TimeProvider.System) };
        site.Settings["Content:Root"] = commits.Served;
        var store = site.Services.GetRequiredService<SnapshotStore>();
        var tags = new Dictionary<int, string> { [0] = store.Current.Tag };
        var seen = new ConcurrentBag<Seen>();
        using var end = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(reader => Task.Run(() => ReadAsync(site, reader, seen, end.Token))).ToList();

        for (var number = 1; number <= Commits; number++)
        {
            var isBroken = number % Broken == 0;
            await commits.PublishAsync(number, isBroken);
            await Poll.UntilAsync(() => Task.FromResult(readers.Exists(reader => reader.IsFaulted) || (isBroken ? store.Faults.Count > 0 : Number(store) == number)), Patience, $"commit {number}");
            if (!isBroken)
            {
                tags[number] = store.Current.Tag;
            }
        }

        await Poll.UntilAsync(() => Task.FromResult(readers.Exists(reader => reader.IsFaulted) || seen.Any(one => one.Number == tags.Keys.Max())), Patience, "the last good commit");
        await end.CancelAsync();
        await Task.WhenAll(readers);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Commits} commits, {seen.Count} answers");

        Assert.Equal(tags.Count, tags.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.All(seen.Where(one => one.Number is not null), one => Assert.Contains(one.Number!.Value, tags.Keys));
        Assert.All(seen.Where(one => one is { Number: not null, Tag: not null }), one => Assert.Contains(tags[one.Number!.Value], one.Tag!, StringComparison.Ordinal));
        Assert.All(seen.Where(one => one.Tag is not null).GroupBy(one => (one.Page, one.Tag)), same => Assert.Single(same.Select(one => one.Hash).Distinct(StringComparer.Ordinal)));
    }

    private static async Task ReadAsync(PortalFactory site, int reader, ConcurrentBag<Seen> seen, CancellationToken end)
    {
        using var client = site.Client();
        var encoding = new[] { "identity", "gzip", "br" }[reader % 3];
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);
        for (var turn = reader; !end.IsCancellationRequested; turn++)
        {
            var page = Pages[turn % Pages.Length];
            using var answer = await client.GetAsync(page, CancellationToken.None);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
            var body = await TextAsync(answer);
            var numbers = Commit().Matches(body).Select(match => int.Parse(match.ValueSpan[7..], provider: null)).Distinct().ToList();
            Assert.True(numbers.Count <= 1, $"{page} mixes {string.Join(", ", numbers)}");
            seen.Add(new Seen(page, answer.Headers.ETag?.Tag, numbers is [var number] ? number : null, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)))));
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static int Number(SnapshotStore store) => int.Parse(Commit().Match(store.Current.Library.FindByKey("en", "news/first")!.Title).ValueSpan[7..], provider: null);

    [GeneratedRegex("Commit-[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Commit();

    /// <summary>An answer that a reader got; the hash of its text.</summary>
    private sealed record Seen(string Page, string? Tag, int? Number, string Hash);
}
