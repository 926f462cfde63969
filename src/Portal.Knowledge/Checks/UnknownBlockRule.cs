using Markdig.Extensions.Alerts;
using Markdig.Extensions.CustomContainers;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Checks;

/// <summary>Notices and containers are of a kind that exists.</summary>
internal sealed class UnknownBlockRule : IContentRule
{
    private static readonly string[] Containers = [ContainerRenderer.Steps, ContainerRenderer.Details];

    public IEnumerable<Finding> Check(Content content) =>
        content.Articles.SelectMany(article => Notices(article).Concat(UnknownContainers(article)));

    private static IEnumerable<Finding> Notices(ArticleDraft article) =>
        from notice in article.Body.All<AlertBlock>()
        let kind = notice.Kind.ToString()
        where !NoticeRenderer.Classes.ContainsKey(kind)
        select article.File.Error("unknown-block", article.Body.At(notice), $"There is no notice \"{kind}\".", Spelling.Suggest(kind, NoticeRenderer.Classes.Keys.ToList())) with { Repair = Spelling.Repair(kind, NoticeRenderer.Classes.Keys) };

    private static IEnumerable<Finding> UnknownContainers(ArticleDraft article) =>
        from container in article.Body.All<CustomContainer>()
        where !Containers.Contains(container.Info ?? "", StringComparer.Ordinal) || ContainerRenderer.Title(container) is ""
        select ContainerRenderer.Title(container) is "" ? article.File.Error("unknown-block", article.Body.At(container), "The accordion has no title.", "Write :::details and what it is about.") : article.File.Error("unknown-block", article.Body.At(container), $"There is no container \"{container.Info}\".", Spelling.Suggest(container.Info ?? "", Containers)) with { Repair = Spelling.Repair(container.Info ?? "", Containers) };
}
