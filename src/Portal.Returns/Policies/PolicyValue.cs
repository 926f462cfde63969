using NodaTime;

namespace Portal.Returns.Policies;

/// <summary>A value of a policy that an article can quote.</summary>
public abstract record PolicyValue
{
    private PolicyValue()
    {
    }

    public sealed record Days(int Value) : PolicyValue;

    public sealed record Amount(Money Value) : PolicyValue;

    /// <param name="Value">0 to 100, with at most two decimals.</param>
    public sealed record Percent(decimal Value) : PolicyValue;

    public sealed record Number(int Value) : PolicyValue;

    public sealed record Day(LocalDate Value) : PolicyValue;

    public sealed record Text(string Value) : PolicyValue;
}
