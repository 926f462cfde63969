namespace Portal.Web.Content;

/// <summary>Shows changed content within a second: looks at the files' times and sizes, and reloads once they have been still for 300 ms and git has let go of them, or once the day has come on which something is due.</summary>
public sealed class ContentWatcher(SnapshotStore snapshots, PortalFolders folders, TimeProvider clock, ILogger<ContentWatcher> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private ContentStamp? _served;

    private ContentStamp? _seen;

    private NodaTime.Instant? _turned;

    private bool _isTold;

    /// <summary>Looks once, and reloads what has changed since the look before last. A folder that cannot be read is told once and looked at again.</summary>
    public void Look()
    {
        try
        {
            var now = ContentStamp.Of(folders.Content);
            var isStill = now == _seen;
            _seen = now;
            _isTold = false;
            if (isStill && now != _served && !ContentStamp.IsBeingWritten(now.Root))
            {
                _served = now;
                snapshots.Reload();
            }
            else if (snapshots.Current.ValidUntil is { } until && until != _turned && until.ToDateTimeOffset() <= clock.GetUtcNow())
            {
                _turned = until;
                snapshots.Reload();
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (!_isTold)
            {
                log.LogError(fault, "The content could not be read; what was good is still served.");
            }

            _isTold = true;
            _served = null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        Look();
        _served = _seen;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }
}
