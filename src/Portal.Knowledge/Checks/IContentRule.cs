using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>One thing that can be wrong with the content.</summary>
internal interface IContentRule
{
    IEnumerable<Finding> Check(Content content);
}
