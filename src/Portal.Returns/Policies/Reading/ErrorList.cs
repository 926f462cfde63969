namespace Portal.Returns.Policies;

/// <summary>Collects the errors of one document.</summary>
internal sealed class ErrorList(string file)
{
    /// <summary>Beyond so many errors the text is no policy, and looking for near words would take long.</summary>
    private const int MostSuggestions = 100;

    private const int MostListed = 40;

    private readonly List<PolicyError> _errors = [];

    public int Count => _errors.Count;

    public IReadOnlyList<PolicyError> InOrder => [.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)];

    public void Add(long line, long column, string message, string? fix = null) => _errors.Add(new PolicyError(file, line, column, message, fix));

    public void Add(Node node, string message, string? fix = null) => Add(node.Line, node.Column, message, fix);

    /// <summary>Something of the wrong form, with what was found instead.</summary>
    public void AddWrong(Node node, string message, string? fix = null) => Add(node, $"{message}, not {Found(node)}", fix);

    /// <summary>An unknown word, with the nearest known one, or else with those that are known.</summary>
    public void AddUnknown(Node node, string what, string word, IReadOnlyCollection<string> known, string? fix = null)
    {
        var nearest = Count < MostSuggestions ? Spelling.Nearest(word, known) : null;
        Add(node, $"{what} '{Shorten(word)}' is unknown", nearest is not null ? $"did you mean '{nearest}'?" : fix ?? Allowed(known));
    }

    private static string Found(Node node) => node switch
    {
        ScalarNode { Value: "" } => "nothing",
        ScalarNode { Value: var value } => $"'{Shorten(value)}'",
        SequenceNode => "a list",
        _ => "a mapping",
    };

    private static string Allowed(IReadOnlyCollection<string> known) => known.Count <= MostListed
        ? $"use one of: {string.Join(", ", known)}"
        : $"use one of {Invariant.Text(known.Count)}, such as {string.Join(", ", known.Take(3))}";

    public static string Shorten(string word) => word.Length <= 60 ? word : word[..57] + "...";
}
