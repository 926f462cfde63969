namespace Portal.Web;

/// <summary>What browsers are told to refuse: everything that is not the portal's own.</summary>
public static class SecurityHeaders
{
    private const int YearInSeconds = 365 * 24 * 60 * 60;

    // What a page of the portal never asks a browser for.
    private static readonly string Permissions = string.Join(", ", new[]
    {
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope", "magnetometer",
        "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "usb", "xr-spatial-tracking",
    }.Select(feature => $"{feature}=()"));

    /// <summary>The headers of every answer. A preview is for no search engine. Outside Development a browser that came by HTTPS is told to stay with it for a year; subdomains are not ours to decide.</summary>
    public static HeaderPolicyCollection For(IHostEnvironment environment, bool isPreview)
    {
        var policy = new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            // "same-origin" keeps the Origin header on our own forms, which SameOriginAttribute reads, and addresses with signed links from everybody else.
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            .AddCrossOriginResourcePolicy(resource => resource.SameOrigin())
            .AddCustomHeader("Permissions-Policy", Permissions)
            .AddContentSecurityPolicy(content =>
            {
                content.AddDefaultSrc().None();
                content.AddScriptSrc().Self();
                content.AddStyleSrc().Self();
                content.AddImgSrc().Self();
                content.AddMediaSrc().Self();
                content.AddConnectSrc().Self();
                content.AddFormAction().Self();
                content.AddManifestSrc().Self();
                content.AddBaseUri().None();
                content.AddFrameAncestors().None();
            })
            .RemoveServerHeader();
        policy = isPreview ? policy.AddCustomHeader("X-Robots-Tag", "noindex") : policy;
        return environment.IsDevelopment() ? policy : policy.AddStrictTransportSecurityMaxAge(YearInSeconds);
    }
}
