using Portal.Knowledge.Articles;
using Portal.Web.Content;

namespace Portal.Web.Tests.Content;

public sealed class SiteReaderTests
{
    private const string Good = """
        name: Fernhill
        accent: "#1f5f4a"
        locales: [en, de]
        defaultLocale: en
        markets:
          DE: { currency: EUR, zone: Europe/Berlin, locale: de }
        contact:
          email: help@example.com
          hours: { en: always }
        imprint:
          en: [Fernhill]
        returnAddress:
          default: [Dock 3]
        """;

    [Fact]
    public void Read_ShippedFile_HasNoFindings()
    {
        var (site, findings) = SiteReader.Read("site.yaml", File.ReadAllText(Path.Combine(Repository.Content, "site.yaml")));
        Assert.Empty(findings);
        Assert.Equal(("Fernhill", "en", "America/Los_Angeles"), (site!.Name, site.DefaultLocale.Code, site.Markets["US"].Zone.Id));
    }

    [Fact]
    public void EditUrl_OfAnArticle_NamesItsFile()
    {
        var (site, findings) = SiteReader.Read("site.yaml", Good + "\neditUrl: https://git.example/edit/main/content/{file}\n");
        Assert.Empty(findings);
        Assert.Equal("https://git.example/edit/main/content/articles/ja/returns/a%20b.md", site!.EditAddress("articles/ja/returns/a b.md"));
        Assert.Null(SiteReader.Read("site.yaml", Good).Site!.EditAddress("articles/en/a/b.md"));
    }

    [Theory]
    [InlineData("https://git.example/edit/main")]
    [InlineData("javascript:alert('{file}')")]
    [InlineData("/edit/{file}")]
    public void EditUrl_ThatCannotBe_IsAFinding(string address) =>
        Assert.Equal("editUrl is an address with {file} in it", Assert.Single(SiteReader.Read("site.yaml", Good + $"\neditUrl: \"{address}\"\n").Findings).Message);

    [Fact]
    public void Read_GoodFile_HasNoFindings()
    {
        var (site, findings) = SiteReader.Read("site.yaml", Good);
        Assert.Empty(findings);
        Assert.Equal(["Dock 3"], site!.ReturnAddress("DE"));
        Assert.Null(site.Logo);
        Assert.Null(site.Contact.Phone);
    }

    [Theory]
    [InlineData("name: Fernhill", "name: [a]", 1, 7, "name needs a text")]
    [InlineData("name: Fernhill", "nome: Fernhill", 1, 1, "unknown key 'nome'")]
    [InlineData("\"#1f5f4a\"", "green", 2, 9, "'green' is not a colour")]
    [InlineData("[en, de]", "[en, xx]", 3, 15, "'xx' is not a locale")]
    [InlineData("[en, de]", "[en, en]", 3, 15, "'en' is not a locale")]
    [InlineData("[en, de]", "[]", 3, 10, "locales must list")]
    [InlineData("defaultLocale: en", "defaultLocale: ja", 4, 16, "'ja' is not among the locales")]
    [InlineData("  DE: {", "  de: {", 6, 3, "'de' is not a market")]
    [InlineData("EUR", "EURO", 6, 19, "unknown currency")]
    [InlineData("Europe/Berlin", "Europe/Bern", 6, 30, "unknown time zone")]
    [InlineData("locale: de", "language: de", 6, 45, "unknown key 'language'")]
    [InlineData("  email:", "  mail:", 8, 3, "unknown key 'mail'")]
    [InlineData("en: [Fernhill]", "en: Fernhill", 11, 7, "imprint needs a list")]
    [InlineData("default: [Dock 3]", "default: Dock 3", 13, 12, "returnAddress needs a list")]
    public void Read_Fault_IsReportedWithItsPlace(string good, string bad, int line, int column, string message)
    {
        var (site, findings) = SiteReader.Read("content/site.yaml", Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(site);
        var finding = Assert.Single(findings, finding => finding.Message.Contains(message, StringComparison.Ordinal));
        Assert.Equal(("content/site.yaml", line, column, Severity.Error), (finding.File, finding.Line, finding.Column, finding.Severity));
        Assert.StartsWith($"content/site.yaml:{line}:{column}: error", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralFaults_AreAllReported()
    {
        var (_, findings) = SiteReader.Read("site.yaml", Good.Replace("EUR", "?", StringComparison.Ordinal).Replace("Berlin", "?", StringComparison.Ordinal).Replace("\"#1f5f4a\"", "blue", StringComparison.Ordinal));
        Assert.Equal(3, findings.Count);
    }

    [Theory]
    [InlineData("name", "name")]
    [InlineData("accent", "accent")]
    [InlineData("locales", "locales")]
    [InlineData("markets", "markets")]
    [InlineData("contact", "contact")]
    [InlineData("imprint", "imprint")]
    [InlineData("returnAddress", "returnAddress")]
    public void Read_MissingSetting_IsNamed(string key, string named)
    {
        var lines = Good.Split('\n').ToList();
        var start = lines.FindIndex(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        var end = lines.FindIndex(start + 1, line => !line.StartsWith(' '));
        lines.RemoveRange(start, (end < 0 ? lines.Count : end) - start);
        var (site, findings) = SiteReader.Read("site.yaml", string.Join('\n', lines));
        Assert.Null(site);
        Assert.Contains(findings, finding => finding.Message.StartsWith(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("- a list")]
    [InlineData("name: [")]
    [InlineData("name: \"open")]
    [InlineData("name: *unknown")]
    [InlineData("name: a\nname: b")]
    [InlineData("\tname: a")]
    [InlineData("<<: [1, 2]")]
    [InlineData("? [a, b]\n: c")]
    [InlineData("a: &a [*a]")]
    [InlineData("--- a\n--- b")]
    [InlineData("locales: {a: b}\nmarkets: [1]\ncontact: 3\nimprint: x\nreturnAddress: [y]")]
    [InlineData("markets: { DE: , : }")]
    [InlineData("contact: { hours: { en: [a], de: {b: c} } }")]
    [InlineData("\u0000")]
    public void Read_Nonsense_IsReportedAndNeverThrown(string text)
    {
        var (site, findings) = SiteReader.Read("site.yaml", text);
        Assert.Null(site);
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.InRange(finding.Line, 1, 10));
    }

    // As deep as it takes to overflow the stack of a reader that does not count.
    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Read_DeeplyNested_IsReportedAndNeverThrown(string opening)
    {
        var (site, findings) = SiteReader.Read("site.yaml", "name: " + string.Concat(Enumerable.Repeat(opening, 30_000)));
        Assert.Null(site);
        Assert.NotEmpty(findings);
    }

    [Fact]
    public void Read_FileCutAnywhere_IsReportedAndNeverThrown()
    {
        for (var length = 0; length < Good.Length; length++)
        {
            var (site, findings) = SiteReader.Read("site.yaml", Good[..length]);
            Assert.True(site is not null || findings.Count > 0, $"cut at {length}");
        }
    }
}
