using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Returns.Refunds;
using Portal.Web.Data.Sqlite;

namespace Portal.Web.Tests.Commands;

/// <summary>The real program: what it leaves behind when it is told to end, and what can be done while it runs.</summary>
public sealed class ServingTests : IDisposable
{
    private const string Ada = "number=P-1001&proof=ada.fischer%40example.com";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-serving-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Terminate_DuringARequest_AnswersItAndExitsWithZero()
    {
        using var portal = Serve();
        var address = await portal.AddressAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /en/orders HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Ada.Length}\r\n\r\n{Ada[..10]}"));
        // A second request shows that the first is in hand.
        using (var client = new HttpClient())
        {
            Assert.Equal("ok", await client.GetStringAsync(new Uri(address, "/healthz")));
        }

        portal.Terminate();
        await portal.WaitForAsync("Application is shutting down");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Ada[10..]));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 302", await reader.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await portal.ExitAsync());
    }

    [Fact]
    public async Task Terminate_DuringARefund_LeavesNoRowHalfDoneAndTheNextStartFinishesIt()
    {
        using (var portal = Serve())
        {
            await OpenCaseAsync(await portal.AddressAsync());
            portal.Terminate();
            Assert.Equal(0, await portal.ExitAsync());
        }

        await using (var database = Open())
        {
            var refund = await database.Refunds.SingleAsync();
            Assert.Null(refund.LeaseUntil);
            Assert.Contains(refund.State, new[] { RefundState.Planned, RefundState.Pending, RefundState.Succeeded });
        }

        using (var portal = Serve())
        {
            await portal.AddressAsync();
            await using var database = Open();
            await Poll.UntilAsync(async () => !await database.Refunds.AsNoTracking().AnyAsync(refund => refund.State != RefundState.Succeeded), TimeSpan.FromMinutes(1), "the refund to end");

            portal.Terminate();
            Assert.Equal(0, await portal.ExitAsync());
        }
    }

    [Fact]
    public async Task Logs_OutsideDevelopment_AreOneJsonObjectALine()
    {
        using var portal = Serve();
        using (var client = new HttpClient())
        {
            await client.GetAsync(new Uri(await portal.AddressAsync(), "/en/search?q=secretwords"));
        }

        portal.Terminate();
        await portal.ExitAsync();
        var lines = portal.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.Contains(lines, line => line.Contains("GET /{locale:locale}/search 200", StringComparison.Ordinal));
        Assert.DoesNotContain("secretwords", portal.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_BackedUpWhileServing_CanBeRestoredOnceItHasEnded()
    {
        using (var portal = Serve())
        {
            await OpenCaseAsync(await portal.AddressAsync());
            Assert.Equal((0, true), await RunAsync("written to", "data", "backup", "copy.db", "--Data:Root=data"));
            Assert.Equal((1, true), await RunAsync("in use", "data", "restore", "copy.db", "--Data:Root=data"));
            Assert.Equal((1, true), await RunAsync("is there already", "data", "backup", "copy.db", "--Data:Root=data"));
            portal.Terminate();
            Assert.Equal(0, await portal.ExitAsync());
        }

        await using (var database = Open())
        {
            await database.Refunds.ExecuteDeleteAsync();
            SqliteConnection.ClearPool((SqliteConnection)database.Database.GetDbConnection());
        }

        Assert.Equal((0, true), await RunAsync("restored", "data", "restore", "copy.db", "--Data:Root=data"));
        await using var restored = Open();
        Assert.Equal(1, await restored.Refunds.CountAsync());
    }

    [Theory]
    [InlineData("backup", "pg_dump")]
    [InlineData("restore", "pg_restore")]
    public async Task Data_OnPostgres_NamesItsOwnTool(string command, string tool) =>
        Assert.Equal((1, true), await RunAsync(tool, "data", command, "copy.db", "--Database:Provider=Postgres", "--ConnectionStrings:Portal=Host=nowhere"));

    [Fact]
    public async Task Forget_AsksFirstAndSaysWhatItDid()
    {
        using (var portal = Serve())
        {
            await portal.AddressAsync();
            portal.Terminate();
            await portal.ExitAsync();
        }

        Assert.Equal((2, true), await RunAsync("Say whom", "orders", "forget", "--Data:Root=data"));
        Assert.Equal((1, true), await RunAsync("Nothing was erased", "orders", "forget", "ada.fischer@example.com", "--Data:Root=data"));
        Assert.Equal((0, true), await RunAsync("Done.", "orders", "forget", "ada.fischer@example.com", "--yes", "--Data:Root=data"));
        Assert.Equal((1, true), await RunAsync("Nothing is known", "orders", "forget", "ada.fischer@example.com", "--yes", "--Data:Root=data"));
        Assert.Equal((0, true), await RunAsync("Done.", "orders", "forget", "--order", "P-1002", "--yes", "--Data:Root=data"));
    }

    private PortalProcess Serve() => PortalProcess.Start(_folder, $"--Content:Root={Repository.Content}", "--Data:Root=data", "--Demo:Enabled=true", "--Site:Url=https://shop.example", "--urls=http://127.0.0.1:0");

    private async Task<(int Status, bool Said)> RunAsync(string words, params string[] arguments)
    {
        using var portal = PortalProcess.Start(_folder, arguments);
        portal.CloseInput();
        var status = await portal.ExitAsync();
        Assert.DoesNotContain("   at ", portal.Said, StringComparison.Ordinal);
        return (status, portal.Said.Contains(words, StringComparison.Ordinal));
    }

    private static async Task OpenCaseAsync(Uri address)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var shopper = new Visitor(client);
        var order = await shopper.SubmitAsync(await shopper.OpenAsync("/en/orders"), ("number", "P-1001"), ("proof", "ada.fischer@example.com"));
        Assert.Equal(HttpStatusCode.OK, order.Status);
        var options = await shopper.SubmitAsync(await shopper.OpenAsync(order.Links.First(link => link.Contains("/return/", StringComparison.Ordinal) && link.EndsWith("L1", StringComparison.Ordinal))), ("reason-L1", "Damaged"));
        Assert.StartsWith("/en/returns/R-", (await shopper.SubmitAsync(await shopper.SubmitAsync(options))).Address, StringComparison.Ordinal);
    }

    private SqlitePortalDbContext Open() => new(new DbContextOptionsBuilder<SqlitePortalDbContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "data", "portal.db") }.ToString())
        .Options);
}
