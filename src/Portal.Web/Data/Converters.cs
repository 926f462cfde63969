using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;
using Portal.Web.Cases;

namespace Portal.Web.Data;

/// <summary>Instants are stored as UTC ticks (100 ns since 0001-01-01), which sort alike on every database.</summary>
public sealed class InstantConverter() : ValueConverter<Instant, long>(
    instant => instant.ToDateTimeUtc().Ticks,
    ticks => Instant.FromDateTimeUtc(new DateTime(ticks, DateTimeKind.Utc)));

/// <summary>Days are stored as ISO 8601 text.</summary>
public sealed class LocalDateConverter() : ValueConverter<LocalDate, string>(
    date => LocalDatePattern.Iso.Format(date),
    text => LocalDatePattern.Iso.Parse(text).Value);

/// <summary>The lines of a draft are stored as JSON in its row.</summary>
public sealed class DraftLinesConverter() : ValueConverter<List<DraftLine>, string>(
    lines => JsonSerializer.Serialize(lines, JsonSerializerOptions.Default),
    json => JsonSerializer.Deserialize<List<DraftLine>>(json, JsonSerializerOptions.Default) ?? new List<DraftLine>());
