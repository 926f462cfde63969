using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;

namespace Portal.Browser.Tests.Site;

/// <summary>Everything that goes wrong in a browser without anybody looking: script errors, what the content policy refused, requests that failed.</summary>
public sealed class Faults
{
    // A request that the browser itself gave up, because the person went elsewhere.
    private const string GivenUp = "net::ERR_ABORTED";

    private readonly ConcurrentQueue<string> _faults = new();

    private readonly ConcurrentDictionary<string, bool> _expected = new(StringComparer.Ordinal);

    /// <summary>Lets an address answer with an error, because a test asks for it.</summary>
    public void Expect(string path) => _expected[path] = true;

    /// <summary>Watches a page from now on.</summary>
    public void Watch(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Console += (_, message) =>
        {
            // Failed requests are told below, with their address.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _faults.Enqueue($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Enqueue($"script: {error}");
        page.RequestFailed += (_, request) =>
        {
            if (!string.Equals(request.Failure, GivenUp, StringComparison.Ordinal))
            {
                _faults.Enqueue($"request: {request.Url} {request.Failure}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !_expected.ContainsKey(new Uri(response.Url).AbsolutePath))
            {
                _faults.Enqueue(string.Create(CultureInfo.InvariantCulture, $"answer: {response.Status} {response.Url}"));
            }
        };
    }

    public void AssertNone() => Assert.Empty(_faults);
}
