namespace Portal.Returns.Policies.Proof;

/// <summary>What a check of a policy found, and how much it looked at.</summary>
/// <param name="Findings">In the order of the text.</param>
/// <param name="Markets">The markets in which the policy decides orders.</param>
/// <param name="Rules">The rules of the policy.</param>
/// <param name="Cases">The sets of requests that were told apart.</param>
public sealed record PolicyProof(IReadOnlyList<PolicyFinding> Findings, IReadOnlyList<string> Markets, int Rules, long Cases)
{
    /// <summary>So many findings matter so much.</summary>
    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>How many findings there are, and what was proved, as one sentence without a full stop.</summary>
    public override string ToString()
    {
        var counts = $"{Number(Count(FindingSeverity.Error), "error")}, {Number(Count(FindingSeverity.Warning), "warning")}, {Number(Count(FindingSeverity.Info), "note")}";
        var proved = Findings.Any(finding => finding.Kind == FindingKind.NotProved) ? "not all of it could be proved" : "all of it was proved";
        return Markets.Count == 0
            ? $"{counts}; it decides no order"
            : $"{counts}; {Number(Rules, "rule")} in {Number(Markets.Count, "market")} ({string.Join(", ", Markets)}) and {Number(Cases, "case")}: {proved}";
    }

    private static string Number(long count, string what) => $"{Invariant.Text(count)} {what}{(count == 1 ? "" : "s")}";
}
