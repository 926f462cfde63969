using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Portal.Web.Api;

/// <summary>Knows a program by the API key in <c>Authorization: Bearer</c>.</summary>
public sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>The name of the scheme, and of the policy that asks for it.</summary>
    public const string Called = "ApiKey";

    /// <summary>The id of the key of a call that has passed.</summary>
    public static Guid KeyOf(ClaimsPrincipal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return Guid.Parse(caller.FindFirstValue(ClaimTypes.NameIdentifier)!);
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization.ToString(), out var header)
            || !string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
            || header.Parameter is not { Length: > 0 } key)
        {
            return AuthenticateResult.NoResult();
        }

        if (await keys.FindAsync(key, Context.RequestAborted) is not { } found)
        {
            return AuthenticateResult.Fail("The API key is unknown or revoked.");
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, found.Id.ToString("N")), new Claim(ClaimTypes.Name, found.Name)], Called);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Called));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var isWrong = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = isWrong ? "Bearer realm=\"portal\", error=\"invalid_token\"" : "Bearer realm=\"portal\"";
        return ApiProblem.Of(
            StatusCodes.Status401Unauthorized,
            isWrong ? "key-refused" : "key-missing",
            isWrong ? "The API key is unknown or revoked." : "Send an API key: Authorization: Bearer portal_…").Result().ExecuteAsync(Context);
    }
}
