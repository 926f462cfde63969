using NodaTime;

namespace Portal.Returns.Statutes;

/// <summary>A public holiday that comes once a year, as a rule.</summary>
public abstract record Holiday
{
    private Holiday()
    {
    }

    /// <summary>The first year in which it is kept, as far as the years matter here.</summary>
    public int FirstYear { get; private init; } = 1;

    /// <summary>The last year in which it is kept.</summary>
    public int LastYear { get; private init; } = 9999;

    /// <summary>A year in which it is a working day for once; 0 for none.</summary>
    public int NotIn { get; private init; }

    /// <summary>On a Saturday or Sunday it makes the next working day a holiday as well.</summary>
    public bool IsMadeUpFor { get; private init; }

    /// <summary>The day of a year, or null when it is not kept then.</summary>
    public LocalDate? In(int year) => year >= FirstYear && year <= LastYear && year != NotIn ? Of(year) : null;

    public Holiday Since(int year) => this with { FirstYear = year };

    public Holiday Until(int year) => this with { LastYear = year };

    public Holiday Except(int year) => this with { NotIn = year };

    public Holiday MadeUpFor() => this with { IsMadeUpFor = true };

    protected abstract LocalDate Of(int year);

    /// <summary>The same day every year.</summary>
    public sealed record Fixed(int Month, int Day) : Holiday
    {
        protected override LocalDate Of(int year) => new(year, Month, Day);
    }

    /// <summary>Some days after Easter Sunday of the Gregorian calendar, before it when negative.</summary>
    public sealed record AfterEaster(int Days) : Holiday
    {
        protected override LocalDate Of(int year) => Easter.Western(year).PlusDays(Days);
    }

    /// <summary>Some days after Easter Sunday of the Julian calendar, before it when negative.</summary>
    public sealed record AfterOrthodoxEaster(int Days) : Holiday
    {
        protected override LocalDate Of(int year) => Easter.Orthodox(year).PlusDays(Days);
    }

    /// <summary>The first such weekday on or after a day.</summary>
    public sealed record OnOrAfter(int Month, int Day, IsoDayOfWeek Weekday) : Holiday
    {
        protected override LocalDate Of(int year) => new LocalDate(year, Month, Day).PlusDays(-1).Next(Weekday);
    }

    /// <summary>The first Monday of February, except that a 1 February on a Friday is kept itself.</summary>
    public sealed record SaintBrigid : Holiday
    {
        protected override LocalDate Of(int year)
        {
            var first = new LocalDate(year, 2, 1);
            return first.DayOfWeek == IsoDayOfWeek.Friday ? first : first.PlusDays(-1).Next(IsoDayOfWeek.Monday);
        }
    }
}
