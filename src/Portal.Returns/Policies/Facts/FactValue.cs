using NodaTime;

namespace Portal.Returns.Policies;

/// <summary>What a condition compares.</summary>
public enum FactType
{
    /// <summary>One word; a condition names it or lists several.</summary>
    Text,

    /// <summary>A set of words; a condition names one that it contains.</summary>
    List,

    /// <summary>A whole number; a condition names it or gives a range.</summary>
    Number,

    /// <summary>Money in the order's currency; a condition gives a range.</summary>
    Amount,

    /// <summary>A calendar day in the market's zone; a condition gives the first and last.</summary>
    Day,

    /// <summary>True or false.</summary>
    Truth,
}

/// <summary>The value of a fact; <see cref="ToString"/> gives it as invariant text.</summary>
public abstract record FactValue
{
    private FactValue()
    {
    }

    protected abstract string Text { get; }

    public sealed override string ToString() => Text;

    /// <summary>Nobody knows it.</summary>
    public sealed record Unknown : FactValue
    {
        public static Unknown Instance { get; } = new();

        protected override string Text => "unknown";
    }

    public sealed record OfText(string Value) : FactValue
    {
        protected override string Text => Value;
    }

    public sealed record OfList(IReadOnlyList<string> Value) : FactValue
    {
        protected override string Text => $"[{string.Join(", ", Value)}]";
    }

    public sealed record OfNumber(int Value) : FactValue
    {
        protected override string Text => Invariant.Text(Value);
    }

    public sealed record OfAmount(Money Value) : FactValue
    {
        protected override string Text => Value.ToString();
    }

    public sealed record OfDay(LocalDate Value) : FactValue
    {
        protected override string Text => Invariant.Text(Value);
    }

    public sealed record OfTruth(bool Value) : FactValue
    {
        protected override string Text => Value ? "true" : "false";
    }
}
