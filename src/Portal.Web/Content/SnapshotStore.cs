using Portal.Knowledge.Articles;

namespace Portal.Web.Content;

/// <summary>Holds the snapshot that is being served, and swaps it whole.</summary>
public sealed class SnapshotStore(SnapshotReader reader, PortalFolders folders, ILogger<SnapshotStore> log)
{
    private const int FirstTries = 5;

    private volatile Snapshot? _current;

    private readonly Lock _first = new();

    /// <summary>The snapshot being served; the first one is loaded when somebody asks for it.</summary>
    /// <exception cref="ContentException">There is nothing to serve.</exception>
    public Snapshot Current
    {
        get
        {
            if (_current is null)
            {
                lock (_first)
                {
                    if (_current is null && !LoadFirst())
                    {
                        throw new ContentException();
                    }
                }
            }

            return _current!;
        }
    }

    /// <summary>The errors that keep newer content from being served; empty when the newest is.</summary>
    public IReadOnlyList<Finding> Faults { get; private set; } = [];

    /// <summary>Loads the content folder; falls back to the last good copy of an earlier run.</summary>
    /// <returns>False when there is nothing to serve: then <see cref="Faults"/> says why.</returns>
    public bool LoadFirst()
    {
        for (var tries = 0; tries < FirstTries; tries++)
        {
            if (Reload())
            {
                return true;
            }

            if (Faults.Count > 0)
            {
                break;
            }
        }

        if (LastGood.Find(folders.LastGoodContent) is not { } copy)
        {
            return false;
        }

        _current = reader.Read(copy).Snapshot;
        log.LogWarning("The content in {Root} has errors; the last good content is served instead.", folders.Content);
        return _current is not null;
    }

    /// <summary>Reads the content folder anew. Errors leave what is served as it is, and so do files that change meanwhile: they are no faults.</summary>
    /// <returns>True when the new content is being served.</returns>
    public bool Reload()
    {
        var before = Stamp();
        var reading = reader.Read(before?.Root ?? folders.Content);
        if (before is not null && Stamp(before.Root) != before)
        {
            return false;
        }

        if (reading.Snapshot is null)
        {
            Faults = reading.Findings;
            foreach (var finding in reading.Findings)
            {
                log.LogError("{Finding}", finding);
            }

            return false;
        }

        Faults = [];
        if (_current is { } served)
        {
            // What readers search is searched as fast in what replaces it.
            reading.Snapshot.Library.Search.Prepare(served.Library.Search.Prepared);
        }

        _current = reading.Snapshot;
        log.LogInformation("Serving content {Hash}.", reading.Snapshot.Hash[..12]);
        KeepCopy(before);
        return true;
    }

    // Serving matters more than the copy: a full or read-only disk is told, and the site goes on.
    private void KeepCopy(ContentStamp? read)
    {
        try
        {
            if (read is not null)
            {
                LastGood.Keep(read, folders.LastGoodContent);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The last good content could not be kept below Data:Root: {Fault}", fault.Message);
        }
    }

    // Null where it cannot be said; then the reading says why.
    private ContentStamp? Stamp(string? root = null)
    {
        try
        {
            return ContentStamp.Of(root ?? folders.Content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
