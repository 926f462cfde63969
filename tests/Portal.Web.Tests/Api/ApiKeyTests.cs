using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Api;

namespace Portal.Web.Tests.Api;

/// <summary>Who may use which part of the API.</summary>
public sealed class ApiKeyTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Theory]
    [InlineData("PUT", "/api/orders/X-1")]
    [InlineData("POST", "/api/returns/quote")]
    [InlineData("POST", "/api/returns")]
    [InlineData("GET", "/api/returns")]
    [InlineData("GET", "/api/returns/R-0000-0000")]
    [InlineData("POST", "/api/returns/R-0000-0000/review")]
    public async Task Call_WithoutAKey_IsRefused(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new StringContent("{}", MediaTypeHeaderValue.Parse("application/json")) };
        var reply = await ApiReply.ReadAsync(await api.Site.Client().SendAsync(request));
        Assert.Equal((HttpStatusCode.Unauthorized, "key-missing"), (reply.Status, reply.Code));
        Assert.Equal("Bearer", Assert.Single(reply.Response.Headers.WwwAuthenticate).Scheme);
    }

    [Theory]
    [InlineData("/api/search?q=return")]
    [InlineData("/api/suggest?q=re")]
    [InlineData("/api/articles/en/returns/return-policy")]
    [InlineData("/openapi/v1.json")]
    public async Task Knowledge_WithoutAKey_IsAnswered(string address) => Assert.Equal(HttpStatusCode.OK, (await api.Site.Client().GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("Bearer portal_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer")]
    [InlineData("Basic cG9ydGFsOnBvcnRhbA==")]
    [InlineData("portal_")]
    [InlineData("Bearer portal_' OR 1=1 --")]
    public async Task Key_Wrong_IsRefused(string header)
    {
        var client = api.Site.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        var reply = await ApiReply.ReadAsync(await client.GetAsync("/api/returns"));
        Assert.Equal((HttpStatusCode.Unauthorized, "key-refused"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Key_Revoked_IsRefusedFromThenOn()
    {
        var client = await api.ClientAsync("short-lived");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/returns")).StatusCode);
        Assert.True(await api.Site.In(services => services.GetRequiredService<ApiKeys>().RevokeAsync("short-lived")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/returns")).StatusCode);
        Assert.False(await api.Site.In(services => services.GetRequiredService<ApiKeys>().RevokeAsync("short-lived")));
        Assert.Null(await api.Site.In(services => services.GetRequiredService<ApiKeys>().CreateAsync("short-lived")));
    }

    [Fact]
    public async Task Key_New_IsLongRandomAndStoredAsAHashOnly()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < 20; number++)
        {
            keys.Add((await api.Site.In(services => services.GetRequiredService<ApiKeys>().CreateAsync($"key-{number}")))!);
        }

        Assert.Equal(20, keys.Count);
        Assert.All(keys, key => Assert.Matches("^portal_[A-Za-z0-9_-]{43}$", key));
        var rows = await api.DatabaseAsync(database => database.ApiKeys.AsNoTracking().ToListAsync());
        Assert.DoesNotContain(rows, row => keys.Any(key => row.Hash.Contains(key, StringComparison.Ordinal) || row.Name.Contains(key, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OpenApi_TellsWhichCallsNeedAKey()
    {
        var paths = (await api.GetAsync("/openapi/v1.json")).Json.GetProperty("paths");
        foreach (var path in paths.EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var isOpen = path.Name is "/api/search" or "/api/suggest" || path.Name.StartsWith("/api/articles/", StringComparison.Ordinal) || path.Name.Contains("webhook", StringComparison.Ordinal);
                Assert.True(!path.Name.StartsWith("/api/", StringComparison.Ordinal) || operation.Value.TryGetProperty("security", out _) != isOpen, $"{operation.Name} {path.Name}");
            }
        }

        Assert.Equal("bearer", (await api.GetAsync("/openapi/v1.json")).Json.GetProperty("components").GetProperty("securitySchemes").GetProperty("ApiKey").GetProperty("scheme").GetString());
        Assert.Contains(paths.GetProperty("/api/returns").GetProperty("post").GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key");
        Assert.True(paths.GetProperty("/api/orders/{number}").GetProperty("put").TryGetProperty("requestBody", out _));
    }
}
