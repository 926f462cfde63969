namespace Portal.Web.Content;

/// <summary>Shows changed content within a second: looks at the files' times and sizes, and reloads once they have been still for 300 ms.</summary>
public sealed class ContentWatcher(SnapshotStore snapshots, PortalFolders folders, TimeProvider clock, ILogger<ContentWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var served = Stamp();
        var seen = served;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = Stamp();
            var isStill = now == seen;
            seen = now;
            if (isStill && now != served && !File.Exists(Path.Combine(folders.Content, "..", ".git", "index.lock")))
            {
                served = now;
                TryReload();
            }
        }
    }

    private void TryReload()
    {
        try
        {
            snapshots.Reload();
        }
        catch (IOException fault)
        {
            log.LogError(fault, "The content could not be read; what was good is still served.");
        }
        catch (UnauthorizedAccessException fault)
        {
            log.LogError(fault, "The content could not be read; what was good is still served.");
        }
    }

    private int Stamp()
    {
        var stamp = default(HashCode);
        var root = new DirectoryInfo(folders.Content);
        if (!root.Exists)
        {
            return 0;
        }

        foreach (var file in root.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            stamp.Add(file.FullName, StringComparer.Ordinal);
            stamp.Add(file.LastWriteTimeUtc.Ticks);
            stamp.Add(file.Length);
        }

        return stamp.ToHashCode();
    }
}
