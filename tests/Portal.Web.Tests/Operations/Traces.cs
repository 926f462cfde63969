using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Data;

namespace Portal.Web.Tests.Operations;

/// <summary>Finds where words stand in what a site stores.</summary>
public static class Traces
{
    /// <summary>In a column of any table, or in the bytes of the database and its log.</summary>
    public static List<string> Of(PortalFactory site, string words)
    {
        using var scope = site.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        database.Database.OpenConnection();
        var traces = new List<string>();
        foreach (var table in Column("SELECT name FROM sqlite_master WHERE type = 'table'"))
        {
            foreach (var column in Column($"SELECT name FROM pragma_table_info('{table}')"))
            {
                traces.AddRange(Column($"SELECT '{table}.{column}' FROM \"{table}\" WHERE instr(lower(\"{column}\"), lower('{words}')) > 0"));
            }
        }

        database.Database.CloseConnection();
        foreach (var file in Directory.EnumerateFiles(site.DataRoot, "portal.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            if (System.Text.Encoding.Latin1.GetString(bytes.ToArray()).Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                traces.Add(Path.GetFileName(file));
            }
        }

        return traces;

        List<string> Column(string query)
        {
            using var command = database.Database.GetDbConnection().CreateCommand();
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            var values = new List<string>();
            while (reader.Read())
            {
                values.Add(reader.GetString(0));
            }

            return values;
        }
    }
}
