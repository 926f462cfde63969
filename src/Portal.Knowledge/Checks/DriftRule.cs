using Portal.Knowledge.Articles;
using Portal.Knowledge.Drift;

namespace Portal.Knowledge.Checks;

/// <summary>A translation was made from what its original says now, and says so.</summary>
internal sealed class DriftRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from entry in DriftReport.Of(content)
        where entry.State is DriftState.Behind or DriftState.Unrecorded
        let article = content.Find(entry.Locale, entry.Key)!
        select entry.State == DriftState.Unrecorded
            ? article.File.Warning("drift", Position.Start, "The translation does not say what it was made from.", $"Compare it with its original, then run content drift --accept {entry.Key}.")
            : article.File.Warning("drift", article.Matter.At("source"), $"The original has changed in: {string.Join(", ", entry.Sections)}.", $"Translate that, or keep it as it is with a reason; then run content drift --accept {entry.Key}.");
}
