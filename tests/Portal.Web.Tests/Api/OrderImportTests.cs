using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Api;

namespace Portal.Web.Tests.Api;

/// <summary>Orders from a file, one a line.</summary>
public sealed class OrderImportTests(ApiSite api) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task Import_Lines_EachStandForThemselves()
    {
        var lines = await ImportAsync($"{Line("X-5001")}\r\n\n{Line("X-5002")}\n{Line("X-5001")}\n{{\"number\":\n{Line(null)}\n{Line("P-1001")}\n{Line("X_5003")}\nnull\n{Line("X-5004")}");
        Assert.Equal(
            [(1, IntakeKind.Created), (3, IntakeKind.Created), (4, IntakeKind.Unchanged), (5, null), (6, null), (7, null), (8, null), (9, null), (10, (IntakeKind?)IntakeKind.Created)],
            lines.Select(line => (line.Number, line.Kind)));
        Assert.Equal(["$", "$.number", "$.number", "$.number", "$"], lines.Where(line => line.Kind is null).Select(line => line.Faults[0].Path));
        Assert.NotNull(await api.OrderAsync("X-5004"));
        Assert.Null(await api.OrderAsync("X5003"));
    }

    [Fact]
    public async Task Import_FaultyOrder_TellsEveryFault()
    {
        var body = JsonNode.Parse(Line("X-5005"))!;
        (body["market"], body["payments"]![0]!["captured"]) = ("ZZ", -1);
        var line = Assert.Single(await ImportAsync(body.ToJsonString()));
        Assert.Equal(["$.market", "$.payments[0].captured"], line.Faults.Select(fault => fault.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00 })]
    [InlineData(new byte[] { 0x7B, 0x22, 0xC3, 0x28, 0x22, 0x7D })]
    [InlineData(new byte[] { 0x00 })]
    public async Task Import_NoText_IsAFault(byte[] bytes)
    {
        using var input = new MemoryStream(bytes);
        Assert.All(await ImportAsync(input), line => Assert.NotEmpty(line.Faults));
    }

    [Fact]
    public async Task Import_LongLine_IsAFault()
    {
        var line = Assert.Single(await ImportAsync(new string('[', 300_000)));
        Assert.Contains("bytes", line.Faults[0].Message, StringComparison.Ordinal);
    }

    private static string Line(string? number)
    {
        var body = ApiSite.Order();
        if (number is not null)
        {
            body["number"] = number;
        }

        return body.ToJsonString();
    }

    private async Task<IReadOnlyList<ImportedLine>> ImportAsync(string text)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await ImportAsync(input);
    }

    private Task<IReadOnlyList<ImportedLine>> ImportAsync(Stream input) => api.Site.In<IReadOnlyList<ImportedLine>>(async services =>
    {
        var lines = new List<ImportedLine>();
        await foreach (var line in services.GetRequiredService<OrderImport>().RunAsync(input))
        {
            lines.Add(line);
        }

        return lines;
    });
}
