using NodaTime;

namespace Portal.Returns.Policies;

/// <summary>The day is none before the first and none after the last; null leaves a side open.</summary>
public sealed record DayCondition(Fact Fact, LocalDate? First, LocalDate? Last) : FactCondition(Fact)
{
    public override string Wanted => (First, Last) switch
    {
        ({ } first, { } last) => $"{{ from: {Invariant.Text(first)}, to: {Invariant.Text(last)} }}",
        ({ } first, null) => $"{{ from: {Invariant.Text(first)} }}",
        (null, { } last) => $"{{ to: {Invariant.Text(last)} }}",
        _ => "{}",
    };

    protected override bool Holds(FactValue value, string market)
    {
        var day = ((FactValue.OfDay)value).Value;
        return (First is not { } first || day >= first) && (Last is not { } last || day <= last);
    }
}
