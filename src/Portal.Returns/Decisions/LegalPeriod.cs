using NodaTime;

namespace Portal.Returns.Decisions;

/// <summary>How long the law grants something, for a trace.</summary>
internal sealed record LegalPeriod(string Right, int Count, string Unit, LocalDate? From)
{
    public override string ToString() => $"{Right}: {Invariant.Text(Count)} {Unit}, from: {(From is { } day ? Invariant.Text(day) : "delivery")}";
}
