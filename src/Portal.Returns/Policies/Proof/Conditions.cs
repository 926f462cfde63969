namespace Portal.Returns.Policies.Proof;

/// <summary>Takes conditions apart.</summary>
internal static class Conditions
{
    public static readonly Fact Quantity = FactCatalogue.Find("item.quantity")!;

    /// <summary>The condition of a rule, and those in its answer.</summary>
    public static IEnumerable<Condition> Of(Rule rule) =>
        rule.Answer is Charge charge ? [rule.When, .. charge.Fees.Select(fee => fee.Waive).OfType<Condition>()] : [rule.When];

    /// <summary>The conditions on facts of which a condition is made.</summary>
    public static IEnumerable<FactCondition> Facts(Condition condition) => condition switch
    {
        AllCondition all => all.Parts.SelectMany(Facts),
        AnyCondition any => any.Parts.SelectMany(Facts),
        NotCondition not => Facts(not.Part),
        FactCondition fact => [fact],
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>The words that a condition names.</summary>
    public static IReadOnlyList<string> Words(FactCondition condition) => condition switch
    {
        TextCondition text => text.Values,
        ListCondition list => list.Values,
        _ => [],
    };

    /// <summary>True for a number that counts the days between two events.</summary>
    public static bool IsOfDays(Fact fact) => Translation.Since(fact) is not null;

    /// <summary>A word for each set of words that are all named by the same lists.</summary>
    public static IEnumerable<string> Classes(IReadOnlyList<IReadOnlyList<string>> lists) => lists
        .SelectMany((list, i) => list.Select(word => (Word: word, List: i)))
        .GroupBy(pair => pair.Word, pair => pair.List, StringComparer.Ordinal)
        .Select(word => (Word: word.Key, In: string.Join(' ', word.Distinct().Select(list => Invariant.Text(list)))))
        .DistinctBy(word => word.In, StringComparer.Ordinal)
        .Select(word => word.Word);
}
