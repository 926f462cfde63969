using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Operations;

/// <summary>Reads the logs of a full run, at the most talkative level there is.</summary>
public sealed class LogPrivacyTests : IDisposable
{
    private const string Email = "ada.fischer@example.com";
    private const string WrongEmail = "wrong.person@example.net";
    private const string Postcode = "SW1A9ZZ";
    private const string Name = "Adelheid Unmistakable";
    private const string Message = "It reminds me of my grandmother";
    private const string Query = "zebrasecretquery";
    private const string Garbage = "garbagevaluethatmeansnothing";

    private readonly CapturedLogs _logs = new();
    private readonly PortalFactory _site = new();

    public LogPrivacyTests() => _site.Replace = _logs.ListenTo;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Logs_OfAFullRun_NameNobodyAndOpenNoDoor()
    {
        var secrets = new List<string> { Email, "ada.fischer", WrongEmail, Postcode, Name, Message, Query, Garbage };
        await LookUpAsync(secrets);
        await ReturnAsync(secrets);
        await WithdrawAsync(secrets);
        await SendNonsenseAsync();
        await BreakTheDatabaseAsync();

        Assert.Contains(_logs.Lines, line => line.Contains("POST /{locale:locale}/orders", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, line => line.Contains("no such table", StringComparison.Ordinal));
        Assert.Contains(_logs.Lines, line => line.StartsWith("Debug Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(_logs.Lines, line =>
            line.Contains(secret, StringComparison.OrdinalIgnoreCase) || line.Contains(Uri.EscapeDataString(secret), StringComparison.OrdinalIgnoreCase)));
    }

    private async Task LookUpAsync(List<string> secrets)
    {
        var visitor = new Visitor(_site.Client());
        var find = await visitor.OpenAsync("/en/orders");
        await visitor.SubmitAsync(find, ("number", "P-1001"), ("proof", WrongEmail));
        await visitor.SubmitAsync(find, ("number", "P-1001"), ("proof", Postcode));
        var (_, found) = await visitor.PostAsync(find, ("number", "P-1001"), ("proof", Email));
        Assert.Equal(HttpStatusCode.Redirect, found.StatusCode);
        KeepCookies(found, secrets);
    }

    private async Task ReturnAsync(List<string> secrets)
    {
        var shopper = new Visitor(await _site.ShopperOf("P-1003"));
        var order = await shopper.OpenAsync("/en/orders/P-1003");
        var ask = await shopper.OpenAsync("/en/orders/P-1003/ask?line=L1&reason=ChangedMind");
        KeepCookies(ask.Response, secrets);
        secrets.Add(ask.Value("__RequestVerificationToken")!);
        var status = await shopper.SubmitAsync(ask, ("message", Message));
        Assert.Contains(Message, status.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, order.Status);
    }

    private async Task WithdrawAsync(List<string> secrets)
    {
        var visitor = new Visitor(_site.Client());
        var confirm = await visitor.SubmitAsync(await visitor.OpenAsync("/en/withdraw"), ("name", Name), ("contract", "P-1001"), ("email", Email), ("step", "declare"));
        var done = await visitor.SubmitAsync(confirm, ("step", "confirm"));
        secrets.Add(done.Address.Split('/')[^1]);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync(done.Link("/en/withdraw/"))).StatusCode);
    }

    private async Task SendNonsenseAsync()
    {
        var client = _site.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"{OrderSession.Cookie}={Garbage}; portal-form={Garbage}");
        foreach (var address in new[]
        {
            $"/en/search?q={Query}", $"/api/search?q={Query}&limit={Garbage}", $"/api/suggest?q={Query}", $"/en/search?type={Garbage}&page={Garbage}",
            $"/en/orders/{Garbage}", $"/en/orders/P-1001?key={Garbage}", $"/en/returns/{Garbage}?key={Garbage}", $"/en/withdraw/{Garbage}", $"/{Garbage}",
            $"/media/{Garbage}.svg", $"/en/help/{Garbage}/{Garbage}.md", $"/en/orders/P-1001/return/{Garbage}/items",
        })
        {
            Assert.InRange((int)(await client.GetAsync(address)).StatusCode, 200, 499);
        }

        using var garbled = new StringContent($"{{\"{Garbage}\": ", System.Text.Encoding.UTF8, "application/json");
        Assert.InRange((int)(await client.PostAsync("/en/orders", garbled)).StatusCode, 200, 499);
        using var unguarded = new FormUrlEncodedContent([new("message", Message), new("__RequestVerificationToken", Garbage)]);
        Assert.InRange((int)(await (await _site.ShopperOf("P-1003")).PostAsync("/en/orders/P-1003/ask?line=L1", unguarded)).StatusCode, 400, 499);
        using var elsewhere = new HttpRequestMessage(new HttpMethod(Garbage), $"/en?q={Query}");
        elsewhere.Headers.TryAddWithoutValidation("Referer", $"https://{Garbage}.example/");
        elsewhere.Headers.UserAgent.ParseAdd(Garbage);
        await client.SendAsync(elsewhere);
    }

    private async Task BreakTheDatabaseAsync()
    {
        var visitor = new Visitor(_site.Client());
        var find = await visitor.OpenAsync("/en/orders");
        var withdraw = await visitor.SubmitAsync(await visitor.OpenAsync("/en/withdraw"), ("name", Name), ("contract", "P-1001"), ("email", Email), ("step", "declare"));
        await _site.In(services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlAsync($"""ALTER TABLE "Throttles" RENAME TO "ThrottlesGone" """));
        await _site.In(services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlAsync($"""ALTER TABLE "Withdrawals" RENAME TO "WithdrawalsGone" """));
        Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.PostAsync(find, ("number", "P-1001"), ("proof", Email))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await visitor.PostAsync(withdraw, ("step", "confirm"))).Answer.StatusCode);
    }

    private static void KeepCookies(HttpResponseMessage answer, List<string> secrets)
    {
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var values) ? values.Select(cookie => cookie.Split(';')[0].Split('=', 2)[1]).Where(value => value.Length > 0).ToList() : [];
        Assert.NotEmpty(cookies);
        secrets.AddRange(cookies);
    }
}
