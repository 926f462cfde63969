using System.Net;

namespace Portal.Web.Tests;

/// <summary>A person with a browser that runs no script: opens pages, follows redirects, keeps cookies, fills in forms.</summary>
public sealed class Visitor(HttpClient client)
{
    private const int MostRedirects = 5;

    public HttpClient Client => client;

    /// <summary>Opens an address and follows where it leads.</summary>
    public async Task<SitePage> OpenAsync(string address) => await FollowAsync(address, await client.GetAsync(address));

    /// <summary>Sends the page's form with what was on it and what the person changed.</summary>
    public async Task<SitePage> SubmitAsync(SitePage page, params (string Field, string Value)[] typed)
    {
        var (address, answer) = await PostAsync(page, typed);
        return await FollowAsync(address, answer);
    }

    /// <summary>The same without following a redirect.</summary>
    public async Task<(string Address, HttpResponseMessage Answer)> PostAsync(SitePage page, params (string Field, string Value)[] typed)
    {
        var fields = SitePage.Form(page).Where(pair => !typed.Any(change => string.Equals(change.Field, pair.Key, StringComparison.Ordinal)))
            .Concat(typed.Select(change => KeyValuePair.Create(change.Field, change.Value)));
        var address = SitePage.FormElement(page).GetAttribute("action") is { Length: > 0 } action ? action : page.Address;
        return (address, await client.PostAsync(address, new FormUrlEncodedContent(fields)));
    }

    private async Task<SitePage> FollowAsync(string address, HttpResponseMessage answer)
    {
        for (var left = MostRedirects; left > 0 && answer.StatusCode is HttpStatusCode.Redirect; left--)
        {
            address = answer.Headers.Location!.OriginalString;
            answer = await client.GetAsync(address);
        }

        return await SitePage.ReadAsync(address, answer);
    }
}
