using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Portal.Web.Tests.Commands;

/// <summary>The program itself, started where it cannot run: it says why in a sentence and exits with 1.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_NoContentFolder_NamesTheFolderAndTheSetting() =>
        await AssertExitAsync(["--Content:Root=nowhere"], $"There is no content folder at {Path.Combine(_folder, "nowhere")}", "Content:Root");

    [Fact]
    public async Task Start_BrokenFrontMatter_NamesFileLineAndColumn()
    {
        var content = Repository.CopyContent(Path.Combine(_folder, "content"));
        var article = Path.Combine(content, "articles", "en", "returns", "how-to-return.md");
        await File.WriteAllTextAsync(article, (await File.ReadAllTextAsync(article)).Replace("---\ntitle", "---\ncolour: red\ntitle", StringComparison.Ordinal));
        await AssertExitAsync(["--Content:Root=content"], "how-to-return.md:2:1: error", "colour");
    }

    [Fact]
    public async Task Start_DataRootThatIsAFile_NamesTheSetting()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "data"), "not a folder");
        await AssertExitAsync([$"--Content:Root={Repository.Content}", "--Data:Root=data"], "The database cannot be used", "Data:Root");
    }

    [Fact]
    public async Task Start_PortInUse_NamesTheAddressAndWhatToDo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await AssertExitAsync([$"--Content:Root={Repository.Content}", $"--urls={address}"], address, "--urls");
    }

    [Fact]
    public async Task Start_UnknownDatabase_NamesTheKnownOnes() =>
        await AssertExitAsync([$"--Content:Root={Repository.Content}", "--Database:Provider=Oracle"], "Database:Provider", "Sqlite or Postgres");

    [Fact]
    public async Task Start_WithoutTheAddressThatShoppersUse_AsksForIt() =>
        await AssertExitAsync([$"--Content:Root={Repository.Content}", "--Site:Url="], "Site:Url is needed: the address that shoppers use, such as https://help.example.com");

    [Theory]
    [InlineData("--Site:Url=help.example.com", "Site:Url is 'help.example.com'")]
    [InlineData("--Smtp:Security=Ssl", "None, StartTls, Tls or Auto")]
    [InlineData("--Smtp:Port=mail", "from 1 to 65535")]
    [InlineData("--Smtp:From=nobody", "Smtp:From is 'nobody'")]
    public async Task Start_SettingThatCannotBeUsed_SaysWhatItCanBe(string setting, string expected) =>
        await AssertExitAsync([$"--Content:Root={Repository.Content}", "--Smtp:Host=mail.example.com", setting], expected);

    private async Task AssertExitAsync(string[] arguments, params string[] expected)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.Web.dll"), "--Site:Url=https://help.example.com", .. arguments])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        try
        {
            await program.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            program.Kill(entireProcessTree: true);
            throw;
        }

        var said = await output + await errors;
        Assert.All(expected, words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Equal(1, program.ExitCode);
    }
}
