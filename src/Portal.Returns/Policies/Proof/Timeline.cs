namespace Portal.Returns.Policies.Proof;

/// <summary>What happens to an order, in days; <see cref="Epoch"/> is day 0 of the calendar that counts them.</summary>
internal enum Event
{
    Epoch,
    Placed,
    Shipped,
    Delivered,
    Asked,
}

/// <summary>So many days, or more up to a most, lie between two events.</summary>
internal sealed record Distance(Event From, Event To, long Least, long Most)
{
    /// <summary>Farther than any two days of the calendar.</summary>
    public const long Far = 10_000_000;

    public static Distance AtMost(Event from, Event to, long days) => new(from, to, -Far, days);

    public static Distance AtLeast(Event from, Event to, long days) => new(from, to, days, Far);

    /// <summary>What is left without it.</summary>
    public IEnumerable<Distance> Others => [AtMost(From, To, Least - 1), AtLeast(From, To, Most + 1)];
}

/// <summary>
/// When events can be, given the distances between them. The distances are differences of two days, so that shortest paths tell
/// exactly whether some order has them all.
/// </summary>
internal sealed class Timeline
{
    private const int Events = 5;

    // At [i, j]: the most that j can be after i.
    private readonly long[,] _most;

    private Timeline(long[,] most) => _most = most;

    /// <summary>An order is placed before its pieces travel and they travel before it is asked for them; a line's last parcel may leave after the requested pieces arrived.</summary>
    public static Timeline Start { get; } = new Timeline(Unbounded())
        .With(new Distance(Event.Placed, Event.Shipped, 0, Distance.Far))!
        .With(new Distance(Event.Placed, Event.Delivered, 0, Distance.Far))!
        .With(new Distance(Event.Shipped, Event.Asked, 0, Distance.Far))!
        .With(new Distance(Event.Delivered, Event.Asked, 0, Distance.Far))!;

    /// <summary>With a further distance; null when there is no such order.</summary>
    public Timeline? With(Distance distance)
    {
        var (from, to) = ((int)distance.From, (int)distance.To);
        if (distance.Most >= _most[from, to] && -distance.Least >= _most[to, from])
        {
            return this;
        }

        var most = (long[,])_most.Clone();
        most[from, to] = Math.Min(most[from, to], distance.Most);
        most[to, from] = Math.Min(most[to, from], -distance.Least);
        for (var via = 0; via < Events; via++)
        {
            for (var i = 0; i < Events; i++)
            {
                for (var j = 0; j < Events; j++)
                {
                    most[i, j] = Math.Min(most[i, j], most[i, via] + most[via, j]);
                }
            }
        }

        return Enumerable.Range(0, Events).Any(i => most[i, i] < 0) ? null : new Timeline(most);
    }

    /// <summary>The least and most days from one event to another; each number between them is that of some order.</summary>
    public (long Least, long Most) Between(Event from, Event to) => (-_most[(int)to, (int)from], _most[(int)from, (int)to]);

    /// <summary>The first and last day that an event can be on.</summary>
    public (long First, long Last) Of(Event what) => Between(Event.Epoch, what);

    /// <summary>With an event as near to a day as it can be.</summary>
    public Timeline Near(Event what, long day)
    {
        var (first, last) = Of(what);
        var nearest = Math.Clamp(day, first, last);
        return With(new Distance(Event.Epoch, what, nearest, nearest))!;
    }

    private static long[,] Unbounded()
    {
        var most = new long[Events, Events];
        for (var i = 0; i < Events; i++)
        {
            for (var j = 0; j < Events; j++)
            {
                most[i, j] = i == j ? 0 : Distance.Far;
            }
        }

        return most;
    }
}
