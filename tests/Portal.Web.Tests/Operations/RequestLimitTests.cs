using System.Net;
using System.Net.Sockets;
using System.Text;
using Portal.Web.Operations;
using Portal.Web.Tests.Pages;

namespace Portal.Web.Tests.Operations;

/// <summary>Requests that are too much, over a real connection.</summary>
public sealed class RequestLimitTests(RequestLimitTests.Listening site) : IClassFixture<RequestLimitTests.Listening>, IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("/en/orders")]
    [InlineData("/en/withdraw")]
    [InlineData("/en")]
    public async Task Body_TooLarge_IsRefusedAsSuch(string address)
    {
        using var body = new FormUrlEncodedContent([new("proof", new string('x', RequestLimits.BodyBytes))]);
        await AssertRefusedAsync(await _client.PostAsync(address, body));
    }

    [Fact]
    public async Task Form_WithTooManyFields_IsRefusedAsSuch()
    {
        using var body = new StringContent(string.Join('&', Enumerable.Range(0, RequestLimits.FormFields + 1).Select(field => $"f{field}=1")), Encoding.ASCII, "application/x-www-form-urlencoded");
        await AssertRefusedAsync(await _client.PostAsync("/en/orders", body));
    }

    [Fact]
    public async Task Form_WithAnOverlongValue_IsRefusedAsSuch()
    {
        using var body = new FormUrlEncodedContent([new("number", "P-1001"), new("proof", new string('x', RequestLimits.FormValue + 1))]);
        await AssertRefusedAsync(await _client.PostAsync("/en/orders", body));
    }

    [Fact]
    public async Task Form_CutOffOrGarbled_IsRefusedAsSuch()
    {
        using var body = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"number\"\r\n\r\nP-1001"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        await AssertRefusedAsync(await _client.PostAsync("/en/orders", body));
    }

    [Fact]
    public async Task Headers_TooLarge_AreRefused()
    {
        _client.DefaultRequestHeaders.Add("X-Large", new string('x', RequestLimits.HeaderBytes));
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await _client.GetAsync("/en")).StatusCode);
    }

    [Fact]
    public async Task Server_AfterGarbage_StillAnswers()
    {
        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(IPAddress.Loopback, site.Address.Port);
            await connection.GetStream().WriteAsync("\0\0GET / HTTP/9.9\r\nHost: \r\n\r\n"u8.ToArray());
            using var reader = new StreamReader(connection.GetStream());
            Assert.Contains("400", await reader.ReadLineAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/en")).StatusCode);
    }

    // A status that says so, or the page with its error summary: never our own failure, and never an effect.
    private static async Task AssertRefusedAsync(HttpResponseMessage answer)
    {
        Assert.InRange((int)answer.StatusCode, 200, 499);
        SecurityHeadersTests.AssertSound(answer);
        Assert.True((int)answer.StatusCode >= 400 || (await answer.Content.ReadAsStringAsync()).Contains("id=\"errors\"", StringComparison.Ordinal));
        Assert.False(answer.Headers.Contains("Location"));
    }

    /// <summary>A site that listens on a port.</summary>
    public sealed class Listening : IDisposable
    {
        private readonly PortalFactory _site = new();

        public Listening()
        {
            _site.UseKestrel(0);
            _site.StartServer();
        }

        public Uri Address => _site.ClientOptions.BaseAddress;

        public void Dispose() => _site.Dispose();
    }
}
