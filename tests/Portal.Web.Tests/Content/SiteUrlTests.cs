using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

public sealed class SiteUrlTests
{
    [Theory]
    [InlineData("https://help.example.com", "https://help.example.com/en", "help.example.com")]
    [InlineData("https://help.example.com/", "https://help.example.com/en", "help.example.com")]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/en", "127.0.0.1")]
    [InlineData("https://hilfe.bücher.example", "https://hilfe.bücher.example/en", "hilfe.xn--bcher-kva.example")]
    public void Absolute_Path_IsUnderTheSetting(string setting, string expected, string host)
    {
        var site = Of(setting, "Production");
        Assert.Equal((expected, host), (site.Absolute("/en"), site.Host));
    }

    [Fact]
    public void Create_MissingInDevelopment_IsTheDefaultAddress() => Assert.Equal("http://localhost:5080/en", Of(null, "Development").Absolute("/en"));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("help.example.com")]
    [InlineData("ftp://help.example.com")]
    [InlineData("https://example.com/help")]
    [InlineData("https://example.com/?a=b")]
    [InlineData("https://user:password@example.com")]
    public void Create_AnythingElse_IsASettingThatCannotBeUsed(string? setting) =>
        Assert.StartsWith("Site:Url ", Assert.Throws<SettingException>(() => Of(setting, "Production")).Message, StringComparison.Ordinal);

    private static SiteUrl Of(string? setting, string environment) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Site:Url", setting)]).Build(), new Somewhere { EnvironmentName = environment });

    private sealed class Somewhere : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
