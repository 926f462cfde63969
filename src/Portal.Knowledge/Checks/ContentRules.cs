using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>Every rule that content is held to, after reading it has reported what is malformed.</summary>
internal static class ContentRules
{
    public static IReadOnlyList<IContentRule> All { get; } =
    [
        new MissingCategoryRule(),
        new DuplicateSlugRule(),
        new HeadingOrderRule(),
        new DuplicateAnchorRule(),
        new EmptySectionRule(),
        new UnknownLinkRule(),
        new ForbiddenLinkRule(),
        new MissingAltTextRule(),
        new MissingCaptionsRule(),
        new BareUrlRule(),
        new TableHeaderRule(),
        new UnknownPolicyValueRule(),
        new SnippetRule(),
        new GlossaryRule(),
        new LiteralNumberRule(),
        new UnknownMarketRule(),
        new RedirectRule(),
        new EmptyCategoryRule(),
        new UnknownBlockRule(),
        new MissingTranslationRule(),
        new OrphanTranslationRule(),
        new TranslationDifferenceRule(),
        new DriftRule(),
        new QuestionCountRule(),
        new DuplicateQuestionRule(),
        new ReviewDateRule(),
    ];

    /// <summary>What reading found and what the rules find, by file and line.</summary>
    public static IReadOnlyList<Finding> Check(Content content) =>
        content.Findings
            .Concat(All.AsParallel().AsOrdered().SelectMany(rule => rule.Check(content)).AsSequential())
            .Distinct()
            .OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Column)
            .ToList();
}
