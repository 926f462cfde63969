using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Portal.Web.Data.Sqlite;

/// <summary>Lets one connection of this process write at a time. Writers queue here instead of colliding in the database, where they would poll; readers never come here.</summary>
public sealed class WriteGate : IDisposable
{
    /// <summary>How long a writer waits before it gives up, as it would in the database.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int Busy = 5;

    private readonly SemaphoreSlim _gate = new(1, 1);

    private volatile DbConnection? _holder;

    private int _waiting;

    /// <summary>How many writers are waiting.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>True when this connection is the one that may write.</summary>
    public bool IsHeldBy(DbConnection connection) => ReferenceEquals(_holder, connection);

    /// <summary>Waits until this connection may write; not at all when it may already.</summary>
    /// <exception cref="SqliteException">Others wrote for longer than <see cref="Patience"/>: the database is busy.</exception>
    public async ValueTask EnterAsync(DbConnection connection, CancellationToken cancellation)
    {
        if (IsHeldBy(connection))
        {
            return;
        }

        Interlocked.Increment(ref _waiting);
        try
        {
            Admit(connection, await _gate.WaitAsync(Patience, cancellation));
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc cref="EnterAsync"/>
    public void Enter(DbConnection connection)
    {
        if (IsHeldBy(connection))
        {
            return;
        }

        Interlocked.Increment(ref _waiting);
        try
        {
            Admit(connection, _gate.Wait(Patience));
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Lets the next one in; nothing when this connection does not hold the gate.</summary>
    public void Leave(DbConnection connection)
    {
        if (IsHeldBy(connection))
        {
            _holder = null;
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private void Admit(DbConnection connection, bool isIn) =>
        _holder = isIn ? connection : throw new SqliteException("Other writers of this process have not finished in time.", Busy);
}
