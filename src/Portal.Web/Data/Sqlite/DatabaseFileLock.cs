namespace Portal.Web.Data.Sqlite;

/// <summary>Says between processes who uses a database file: many may use it, one alone may replace it or change its tables. The system takes a lock back when its process dies.</summary>
public sealed class DatabaseFileLock : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private readonly Lock _sync = new();

    private FileStream? _use;

    /// <summary>Notes that this process uses the file until it ends.</summary>
    /// <exception cref="IOException">The file is being replaced.</exception>
    public void Use(string database)
    {
        lock (_sync)
        {
            _use ??= Open(UseOf(database), FileShare.ReadWrite);
        }
    }

    /// <summary>Keeps everybody else from using the file, or null when somebody does.</summary>
    public static IDisposable? TryOwn(string database)
    {
        try
        {
            return Open(UseOf(database), FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits until no other process changes the tables of the file.</summary>
    public static async Task<IDisposable> ChangeTablesAsync(string database, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return Open(database + ".migrating", FileShare.None);
            }
            catch (IOException fault) when (fault is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
            {
                // Somebody is at it.
                await Task.Delay(LookAgain, cancellation);
            }
        }
    }

    public void Dispose() => _use?.Dispose();

    private static string UseOf(string database) => database + ".lock";

    private static FileStream Open(string path, FileShare share) => new(path, FileMode.OpenOrCreate, FileAccess.Read, share);
}
