namespace Portal.Web;

/// <summary>What browsers are told to refuse: everything that is not the portal's own.</summary>
public static class SecurityHeaders
{
    public static HeaderPolicyCollection Policy { get; } = new HeaderPolicyCollection()
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        // "same-origin" keeps the Origin header on our own forms, which SameOriginAttribute reads.
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().None();
            policy.AddScriptSrc().Self();
            policy.AddStyleSrc().Self();
            policy.AddImgSrc().Self();
            policy.AddConnectSrc().Self();
            policy.AddFormAction().Self();
            policy.AddManifestSrc().Self();
            policy.AddBaseUri().None();
            policy.AddFrameAncestors().None();
        })
        .RemoveServerHeader();
}
