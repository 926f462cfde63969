using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Portal.Web.Tests.Commands;

namespace Portal.Web.Tests.Notifications;

/// <summary>A mail server as shops have them: it wants encryption first and then a password.</summary>
public sealed class SmtpSignInTests : IDisposable
{
    private const string Password = "correct-horse";

    // aiosmtpd's own command has no passwords; what it prints is the recipient of every mail it accepts.
    private const string Server = """
        import ssl, sys, time
        from aiosmtpd.controller import Controller
        from aiosmtpd.smtp import AuthResult

        class Print:
            async def handle_DATA(self, server, session, envelope):
                print(session.ssl is not None, session.auth_data.login.decode(), *envelope.rcpt_tos, flush=True)
                return "250 OK"

        def sign_in(server, session, envelope, mechanism, data):
            return AuthResult(success=data.login == b"portal" and data.password == sys.argv[2].encode(), handled=False, auth_data=data)

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain("server.pem")
        controller = Controller(Print(), hostname="127.0.0.1", port=int(sys.argv[1]), tls_context=context, require_starttls=True, authenticator=sign_in, auth_required=True)
        controller.start()
        print("listening", flush=True)
        while True:
            time.sleep(60)
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-sign-in-").FullName;
    private readonly Process _server;
    private readonly int _port = FreePort();

    public SmtpSignInTests()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(_folder, "server.pem"), key.ExportPkcs8PrivateKeyPem() + "\n" + certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "trusted.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, "server.py"), Server);
        _server = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-W", "ignore", "server.py", _port.ToString(System.Globalization.CultureInfo.InvariantCulture), Password])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
    }

    public void Dispose()
    {
        _server.Kill();
        _server.WaitForExit();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Mail_OverStartTlsWithASignIn_IsAccepted()
    {
        using var portal = await AskForLinksAsync(Password, isTrusted: true);
        Assert.Equal("True portal ada.fischer@example.com", await ReadAsync());
    }

    [Theory]
    [InlineData("wrong-horse", true, "sign-in-refused")]
    [InlineData(Password, false, "SslHandshakeException")]
    public async Task Mail_ServerThatCannotBeUsed_WaitsAndSaysWhyWithoutThePassword(string password, bool isTrusted, string why)
    {
        using var portal = await AskForLinksAsync(password, isTrusted);
        await portal.WaitForAsync(why);
        Assert.DoesNotContain(password, portal.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("ada.fischer", portal.Said, StringComparison.Ordinal);
    }

    private async Task<PortalProcess> AskForLinksAsync(string password, bool isTrusted)
    {
        Assert.Equal("listening", await ReadAsync());
        var how = PortalProcess.How(_folder, [
            $"--Content:Root={Repository.Content}", "--Data:Root=data", "--Demo:Enabled=true", "--Site:Url=https://shop.example", "--urls=http://127.0.0.1:0",
            "--Smtp:Host=127.0.0.1", $"--Smtp:Port={_port}", "--Smtp:Security=StartTls", "--Smtp:User=portal", "--Smtp:From=returns@shop.example"]);
        how.Environment["Smtp__Password"] = password;
        if (isTrusted)
        {
            how.Environment["SSL_CERT_FILE"] = Path.Combine(_folder, "trusted.pem");
        }

        var portal = PortalProcess.Start(how);
        var address = new Uri(JsonDocument.Parse(await portal.WaitForAsync("Now listening on")).RootElement.GetProperty("State").GetProperty("address").GetString()!);
        using var client = new HttpClient();
        using var answer = await client.PostAsync(new Uri(address, "/en/orders?handler=links"), new FormUrlEncodedContent([new("email", "ada.fischer@example.com")]));
        Assert.True(answer.IsSuccessStatusCode);
        return portal;
    }

    private async Task<string?> ReadAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await _server.StandardOutput.ReadLineAsync(patience.Token);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
