namespace Portal.Web.Content;

/// <summary>The address that shoppers use (<c>Site:Url</c>). Mails and canonical links are made from it, never from the host of a request, which anybody can write.</summary>
public sealed class SiteUrl
{
    private const string InDevelopment = "http://localhost:5080";

    private readonly Uri _root;

    /// <summary>Reads the setting; in Development it need not be there.</summary>
    /// <exception cref="SettingException">It is missing, or not an http or https address without a path.</exception>
    public SiteUrl(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var text = configuration["Site:Url"];
        if (string.IsNullOrWhiteSpace(text))
        {
            text = environment.IsDevelopment() ? InDevelopment : throw new SettingException("Site:Url is needed: the address that shoppers use, such as https://help.example.com");
        }

        _root = Uri.TryCreate(text, UriKind.Absolute, out var root) && root.Scheme is "http" or "https" && root is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? root
            : throw new SettingException($"Site:Url is '{text}'; it must be an http or https address without a path, such as https://help.example.com");
    }

    /// <summary>The host, without a port; in ASCII.</summary>
    public string Host => _root.IdnHost;

    /// <summary>The absolute address of a path of ours that starts with <c>/</c>; letters beyond ASCII are percent-encoded, as everywhere outside the address bar.</summary>
    public string Absolute(string path) => new Uri(_root.GetLeftPart(UriPartial.Authority) + path).AbsoluteUri;
}
