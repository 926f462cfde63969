using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>A translation has an original under the same key; else the two are probably named differently.</summary>
internal sealed class OrphanTranslationRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        where !content.Has(content.Options.DefaultLocale, article.Key)
        select article.File.Warning("orphan-translation", Position.Start, $"\"{article.Key}\" does not exist in \"{content.Options.DefaultLocale}\".", "Give both the same folder and file name.");
}
