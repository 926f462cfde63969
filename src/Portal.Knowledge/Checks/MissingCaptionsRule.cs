using Markdig.Syntax.Inlines;
using Portal.Knowledge.Articles;
using Portal.Knowledge.Articles.Rendering;

namespace Portal.Knowledge.Checks;

/// <summary>A video has captions, for who does not hear it.</summary>
internal sealed class MissingCaptionsRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        from video in article.Body.All<LinkInline>()
        where video.IsImage
        let path = (LinkTarget.Parse(video.Url) as LinkTarget.ToMedia)?.Path
        where path is not null && MediaFolder.IsVideo(path) && content.Media.Has(path) && content.Media.Captions(path) is null
        select article.File.Warning("missing-captions", article.Body.At(video), $"The video {path} has no captions.", $"Put {Path.ChangeExtension(path, ".vtt")} beside it.");
}
