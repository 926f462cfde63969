namespace Portal.Returns.Policies;

/// <summary>Collects the errors of one document.</summary>
internal sealed class ErrorList(string file)
{
    private readonly List<PolicyError> _errors = [];

    public int Count => _errors.Count;

    public IReadOnlyList<PolicyError> InOrder => [.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)];

    public void Add(long line, long column, string message, string? fix = null) => _errors.Add(new PolicyError(file, line, column, message, fix));

    public void Add(Node node, string message, string? fix = null) => Add(node.Line, node.Column, message, fix);

    /// <summary>An unknown word, with the nearest known one.</summary>
    public void AddUnknown(Node node, string what, string word, IReadOnlyCollection<string> known)
    {
        var nearest = Spelling.Nearest(word, known);
        Add(node, $"{what} '{Shorten(word)}' is unknown", nearest is not null
            ? $"did you mean '{nearest}'?"
            : known.Count is > 0 and <= 12 ? $"use one of: {string.Join(", ", known)}" : null);
    }

    public static string Shorten(string word) => word.Length <= 60 ? word : word[..57] + "...";
}
