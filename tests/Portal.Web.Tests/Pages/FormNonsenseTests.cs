using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Portal.Web.Tests.Api;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Pages;

/// <summary>Characters that no keyboard has, and more of them than anybody needs, in every field that a shopper types into: an answer, never a fault of ours.</summary>
public abstract class FormNonsenseTests : IAsyncLifetime
{
    // As they come over the wire, since no string of ours can hold some of them.
    private static readonly string[] Nonsense =
    [
        "%00", "a%00b", "%01%02%07%08%0B%0C%0E%1B%1F%7F", "%C2%80%C2%9F", "%ED%A0%80", "%ED%B0%80x", "%F0%9F%98", "%FF%FE", "%EF%BF%BF", "%E2%80%AE%E2%80%8B%EF%BB%BF", "%F4%8F%BF%BF",
        Long('x', 5000), Long('x', 100_000), string.Concat(Enumerable.Repeat("%00", 3000)), string.Concat(Enumerable.Repeat("%F0%9F%98%80", 2500)),
    ];

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>A browser with cookies of its own that follows no redirect.</summary>
    protected abstract HttpClient Client(string address);

    [Theory]
    [InlineData("/en/orders", "number", "proof=ada.fischer@example.com")]
    [InlineData("/en/orders", "proof", "number=P-1001")]
    [InlineData("/en/orders?handler=links", "email", "x=y")]
    [InlineData("/en/withdraw", "name", "contract=P-1001&email=ada.fischer@example.com&step=declare")]
    [InlineData("/en/withdraw", "contract", "name=Ada&email=ada.fischer@example.com&step=declare")]
    [InlineData("/en/withdraw", "email", "name=Ada&contract=P-1001&step=declare")]
    [InlineData("/en/withdraw", "step", "name=Ada&contract=P-1001&email=ada.fischer@example.com")]
    public async Task PublicForms(string address, string field, string rest)
    {
        for (var turn = 0; turn < Nonsense.Length; turn++)
        {
            await AssertAnsweredAsync(Client($"198.51.100.{turn}"), address, $"{field}={Nonsense[turn]}&{rest}");
        }
    }

    [Fact]
    public async Task Withdrawal_OfNonsense_IsStoredAndShown()
    {
        // A form with a NUL is not read at all: it comes back with what is missing.
        foreach (var nonsense in Nonsense.Where(text => text.Length < 100 && !text.Contains("%00", StringComparison.Ordinal)))
        {
            var visitor = new Visitor(Client("198.51.100.99"));
            var declare = await visitor.OpenAsync("/en/withdraw");
            var declared = await PostAsync(visitor.Client, "/en/withdraw", $"{Fields(declare)}&name=A{nonsense}&contract=B{nonsense}&email=ada.fischer@example.com&step=declare");
            var confirm = await SitePage.ReadAsync("/en/withdraw", declared);
            var done = await visitor.SubmitAsync(confirm, ("step", "confirm"));
            Assert.Equal(HttpStatusCode.OK, done.Status);
            Assert.StartsWith("/en/withdraw/", done.Address, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("P-1003", "walter.quinn@example.com", "ask?line=L1", "message")]
    [InlineData("P-1013", "theo.marsh@example.com", "return/{0}/items", "reason-L4")]
    [InlineData("P-1013", "theo.marsh@example.com", "return/{0}/items", "quantity-L4")]
    public async Task FormsOfAnOrder(string number, string email, string page, string field)
    {
        var shopper = new Visitor(Client("198.51.100.98"));
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(shopper.Client, "/en/orders", $"number={number}&proof={email}")).StatusCode);
        string? fields = null;
        foreach (var nonsense in Nonsense)
        {
            var address = $"/en/orders/{number}/{string.Format(System.Globalization.CultureInfo.InvariantCulture, page, Guid.NewGuid().ToString("N"))}";
            // Once something was sent the page may show that instead of its form.
            fields ??= Fields(await shopper.OpenAsync(address), field);
            await AssertAnsweredAsync(shopper.Client, address, $"{fields}&{field}={nonsense}");
        }
    }

    private static async Task AssertAnsweredAsync(HttpClient client, string address, string body)
    {
        var answer = await PostAsync(client, address, body);
        Assert.True((int)answer.StatusCode < 500, $"{address} {body[..Math.Min(60, body.Length)]}: {answer.StatusCode}");
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string body) =>
        client.PostAsync(address, new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded"));

    private static string Fields(SitePage page, string? but = null) => string.Join('&', SitePage.Form(page)
        .Where(pair => but is null || !string.Equals(pair.Key, but, StringComparison.Ordinal))
        .Where(pair => but is not null || pair.Key is not ("name" or "contract" or "email" or "step"))
        .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    private static string Long(char letter, int length) => new(letter, length);
}

public sealed class FormNonsenseOnSqlite : FormNonsenseTests
{
    private readonly PortalFactory _site = new();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => _site.DisposeAsync();

    protected override HttpClient Client(string address) => _site.Client(address: address);
}

public sealed class FormNonsenseOnPostgres : FormNonsenseTests
{
    private readonly PostgresDatabase _database = new();

    private PortalHost _site = null!;

    public override async ValueTask InitializeAsync()
    {
        await _database.MigrateAsync();
        _site = new PortalHost(_database.ConnectionText);
    }

    public override async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _database.DisposeAsync();
    }

    // Here all come from one address, so limits may answer too.
    protected override HttpClient Client(string address) => _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
}
