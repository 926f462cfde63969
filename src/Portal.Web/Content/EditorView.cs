using Portal.Knowledge.Articles;

namespace Portal.Web.Content;

/// <summary>What editors see around a page and shoppers never: that it is a preview, and what keeps the newest content from being served.</summary>
public sealed class EditorView(SnapshotStore snapshots, PortalFolders folders, IHostEnvironment environment)
{
    /// <summary>True where drafts and articles of a later day are shown.</summary>
    public bool IsPreview => folders.IsPreview;

    /// <summary>True while pages tell errors of the content: in Development and in a preview alone.</summary>
    public bool HasFindings => (IsPreview || environment.IsDevelopment()) && snapshots.Faults.Count > 0;

    /// <summary>The errors that a page tells, by file below the content folder, those of its own file first.</summary>
    /// <param name="file">The page's article; null for a page that is none.</param>
    public IReadOnlyList<Finding> Findings(string? file)
    {
        if (!HasFindings)
        {
            return [];
        }

        var root = ContentStamp.Real(folders.Content);
        return snapshots.Faults
            .Where(finding => finding.Severity == Severity.Error)
            .Select(finding => finding with { File = Path.GetRelativePath(root, ContentStamp.Real(finding.File)) })
            .OrderByDescending(finding => string.Equals(finding.File, file, StringComparison.Ordinal))
            .ToList();
    }
}
