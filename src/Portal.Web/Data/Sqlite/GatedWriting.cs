using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Web.Data.Sqlite;

/// <summary>
/// Sends every write of a context through the gate: transactions from before they start until they end, and writes outside of a transaction one by one.
/// Also sets each connection up: it waits in the database for writers of other processes, and what is committed is on disk.
/// </summary>
public sealed class GatedWriting(WriteGate gate) : IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor, ISaveChangesInterceptor
{
    // FULL, not NORMAL: with WAL, NORMAL may lose the last commits when the power fails. A refund row that is lost after the provider paid would be paid again.
    // What is erased is overwritten: forgetting a person is a promise.
    private const string SetUp = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";

    private readonly ConditionalWeakTable<object, object> _setUp = [];

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        // A connection that comes from the pool is set up already.
        if (connection is SqliteConnection { Handle: { } handle } && _setUp.TryAdd(handle, this))
        {
            using var command = connection.CreateCommand();
            command.CommandText = SetUp;
            command.ExecuteNonQuery();
        }
    }

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous calls.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    // A transaction that is dropped without an end leaves no trace of its own: neither a save's that fails …
    public void SaveChangesFailed(DbContextErrorEventData eventData) => Dropped(eventData);

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Dropped(eventData);
        return Task.CompletedTask;
    }

    public void SaveChangesCanceled(DbContextEventData eventData) => Dropped(eventData);

    public Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Dropped(eventData);
        return Task.CompletedTask;
    }

    // … nor one that was begun by hand: it ends with its connection, or when its context begins another.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => gate.Leave(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData) => Left(connection);

    public void ConnectionDisposed(DbConnection connection, ConnectionEndEventData eventData) => gate.Leave(connection);

    public Task ConnectionDisposedAsync(DbConnection connection, ConnectionEndEventData eventData) => Left(connection);

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(eventData);
        gate.Enter(connection);
        return Begin(connection, eventData.IsolationLevel);
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(eventData);
        await gate.EnterAsync(connection, cancellationToken);
        return Begin(connection, eventData.IsolationLevel);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Ended(eventData);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => EndedAsync(eventData);

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Ended(eventData);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => EndedAsync(eventData);

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (LoneWriter(command, eventData) is { } connection)
        {
            gate.Enter(connection);
        }

        return result;
    }

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (LoneWriter(command, eventData) is { } connection)
        {
            await gate.EnterAsync(connection, cancellationToken);
        }

        return result;
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        LeaveAfter(command);
        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        LeaveAfter(command);
        return ValueTask.FromResult(result);
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => LeaveAfter(command);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        LeaveAfter(command);
        return Task.CompletedTask;
    }

    public void CommandCanceled(DbCommand command, CommandEndEventData eventData) => LeaveAfter(command);

    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        LeaveAfter(command);
        return Task.CompletedTask;
    }

    private InterceptionResult<DbTransaction> Begin(DbConnection connection, IsolationLevel isolation)
    {
        try
        {
            return InterceptionResult<DbTransaction>.SuppressWithResult(connection.BeginTransaction(isolation));
        }
        catch
        {
            gate.Leave(connection);
            throw;
        }
    }

    private void Dropped(DbContextEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Context?.Database is { CurrentTransaction: null } database)
        {
            gate.Leave(database.GetDbConnection());
        }
    }

    private void Ended(TransactionEndEventData eventData)
    {
        if (eventData.Context?.Database.GetDbConnection() is { } connection)
        {
            gate.Leave(connection);
        }
    }

    // Migrations hold transactions of their own and look at pragmas in between, one node at a time.
    private static DbConnection? LoneWriter(DbCommand command, CommandEventData eventData)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(eventData);
        return eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw && command.Transaction is null
            ? command.Connection
            : null;
    }

    private void LeaveAfter(DbCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command is { Transaction: null, Connection: { } connection })
        {
            gate.Leave(connection);
        }
    }

    private Task Left(DbConnection connection)
    {
        gate.Leave(connection);
        return Task.CompletedTask;
    }

    private Task EndedAsync(TransactionEndEventData eventData)
    {
        Ended(eventData);
        return Task.CompletedTask;
    }
}
