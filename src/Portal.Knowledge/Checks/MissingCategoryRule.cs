using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>Every folder with articles has a <c>_category.yaml</c>.</summary>
internal sealed class MissingCategoryRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from file in content.Files.Where(file => file.Kind is ContentKind.Article or ContentKind.Category)
        group file by (file.Locale, file.Category) into folder
        where !content.HasCategory(folder.Key.Locale, folder.Key.Category)
            && folder.All(file => file.Kind != ContentKind.Category)
        select folder.First().Error("missing-category", Position.Start, $"The category \"{folder.Key.Category}\" is not described in \"{folder.Key.Locale}\".", "Add _category.yaml with title, summary, order and slug beside this file.");
}
