using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Web.Data;

namespace Portal.Web.Tests.Data;

public sealed class DataRegistrationTests
{
    [Theory]
    [InlineData("", 100, true)]
    [InlineData("Max Auto Prepare=0", 0, true)]
    [InlineData("MaxAutoPrepare=7;No Reset On Close=false", 7, false)]
    public void Postgres_StatementsArePreparedUnlessTheOperatorSaysOtherwise(string said, int prepared, bool keepsSession)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Postgres",
            ["ConnectionStrings:Portal"] = $"Host=db.example;Username=portal;{said}",
        }).Build();
        using var services = new ServiceCollection().AddData(configuration).BuildServiceProvider();
        using var scope = services.CreateScope();
        var text = new NpgsqlConnectionStringBuilder(scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.GetConnectionString());
        Assert.Equal((prepared, keepsSession, "db.example", "portal"), (text.MaxAutoPrepare, text.NoResetOnClose, text.Host, text.Username));
    }
}
