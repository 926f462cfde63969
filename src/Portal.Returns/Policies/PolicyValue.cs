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

    public sealed record Number(int Value) : PolicyValue;

    public sealed record Day(LocalDate Value) : PolicyValue;

    public sealed record Text(string Value) : PolicyValue;
}
