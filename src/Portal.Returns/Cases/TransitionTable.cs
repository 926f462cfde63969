using System.Collections;

namespace Portal.Returns.Cases;

/// <summary>A state machine as a list of rows that can be read at one glance.</summary>
public sealed class TransitionTable<TState, TEvent> : IEnumerable<(TState From, TEvent Event, TState To)>
    where TState : struct, Enum
    where TEvent : struct, Enum
{
    private readonly Dictionary<(TState, TEvent), TState> _rows = [];

    /// <summary>Adds a row, while the table is built.</summary>
    /// <exception cref="ArgumentException">There already is a row for this state and event.</exception>
    internal void Add(TState from, TEvent @event, TState to) => _rows.Add((from, @event), to);

    /// <summary>What the event does in this state.</summary>
    public Transition<TState, TEvent> Apply(TState state, TEvent @event) => _rows.TryGetValue((state, @event), out var next)
        ? new Transition<TState, TEvent>.Moved(next)
        : new Transition<TState, TEvent>.Illegal(state, @event);

    /// <summary>True when nothing leads out of this state.</summary>
    public bool IsFinal(TState state) => _rows.All(row => !row.Key.Item1.Equals(state) || row.Value.Equals(state));

    public IEnumerator<(TState From, TEvent Event, TState To)> GetEnumerator() =>
        _rows.Select(row => (row.Key.Item1, row.Key.Item2, row.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
