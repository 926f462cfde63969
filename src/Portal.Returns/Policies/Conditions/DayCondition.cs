using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Policies;

/// <summary>The day is none before the first and none after the last; null leaves a side open.</summary>
public sealed record DayCondition(Fact Fact, LocalDate? First, LocalDate? Last, bool IfUnknown = false) : FactCondition(Fact, IfUnknown)
{
    public override string Wanted => WantedPart.Range(Parts);

    private IEnumerable<WantedPart> Parts
    {
        get
        {
            if (First is { } first)
            {
                yield return new(WantedKey.From, [Invariant.Text(first)]);
            }

            if (Last is { } last)
            {
                yield return new(WantedKey.To, [Invariant.Text(last)]);
            }

            if (IfUnknown)
            {
                yield return WantedPart.OrUnknown;
            }
        }
    }

    internal override IReadOnlyList<WantedPart> WantedIn(string market) => [.. Parts];

    protected override bool Holds(FactValue value, string market)
    {
        var day = ((FactValue.OfDay)value).Value;
        return (First is not { } first || day >= first) && (Last is not { } last || day <= last);
    }
}
