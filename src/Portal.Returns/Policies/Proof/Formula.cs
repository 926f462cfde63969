namespace Portal.Returns.Policies.Proof;

/// <summary>Whether a formula holds for the requests of a box.</summary>
internal enum Truth
{
    /// <summary>For all of them.</summary>
    Holds,

    /// <summary>For none.</summary>
    Fails,

    /// <summary>It can be judged for none.</summary>
    Faults,

    /// <summary>The box must be split before it can be told.</summary>
    Open,
}

/// <summary>What a formula is for a box.</summary>
/// <param name="Truth">Whether it holds.</param>
/// <param name="Atom">When that is open: what to split the box by.</param>
internal readonly record struct Outcome(Truth Truth, Formula? Atom = null);

/// <summary>Something to ask of requests, which the engine's order of judging decides: what cannot be judged, cannot be judged in the same cases.</summary>
internal abstract record Formula
{
    public static Formula Always { get; } = new All();

    public static Formula Never { get; } = new Any();

    /// <summary>For some request it cannot be judged.</summary>
    public virtual bool CanFault => false;

    public abstract Outcome In(Box box);

    /// <summary>The parts of a box on which it is decided; only atoms split.</summary>
    public virtual IEnumerable<Box?> Split(Box box) => [box];

    /// <summary>The value lies in these cells.</summary>
    public sealed record Cells(int Axis, UInt128 Set) : Formula
    {
        public override Outcome In(Box box)
        {
            var common = box[Axis] & Set;
            return common == 0 ? new(Truth.Fails) : common == box[Axis] ? new(Truth.Holds) : new(Truth.Open, this);
        }

        public override IEnumerable<Box?> Split(Box box) => [box.Where(Axis, Set), box.Where(Axis, ~Set)];
    }

    /// <summary>So many days lie between two events.</summary>
    public sealed record Days(Distance Distance) : Formula
    {
        public override Outcome In(Box box)
        {
            var (least, most) = box.Days.Between(Distance.From, Distance.To);
            return most < Distance.Least || least > Distance.Most || Distance.Least > Distance.Most ? new(Truth.Fails)
                : least >= Distance.Least && most <= Distance.Most ? new(Truth.Holds)
                : new(Truth.Open, this);
        }

        public override IEnumerable<Box?> Split(Box box) => [box.Where(Distance), .. Distance.Others.Select(box.Where)];
    }

    /// <summary>It cannot be judged.</summary>
    public sealed record Fault : Formula
    {
        public override bool CanFault => true;

        public override Outcome In(Box box) => new(Truth.Faults);
    }

    public sealed record Not(Formula Part) : Formula
    {
        public override bool CanFault { get; } = Part.CanFault;

        public override Outcome In(Box box) => Part.In(box) switch
        {
            { Truth: Truth.Holds } => new(Truth.Fails),
            { Truth: Truth.Fails } => new(Truth.Holds),
            var other => other,
        };
    }

    /// <summary>It can be judged and holds.</summary>
    public sealed record Judged(Formula Part) : Formula
    {
        public override Outcome In(Box box) => Part.In(box) is { Truth: not Truth.Faults } outcome ? outcome : new(Truth.Fails);
    }

    /// <summary>It cannot be judged.</summary>
    public sealed record Faulty(Formula Part) : Formula
    {
        public override Outcome In(Box box) => !Part.CanFault ? new(Truth.Fails) : Part.In(box) switch
        {
            { Truth: Truth.Faults } => new(Truth.Holds),
            { Truth: Truth.Open } outcome => outcome,
            _ => new(Truth.Fails),
        };
    }

    /// <summary>All parts hold, judged one after the other until one does not.</summary>
    public sealed record All(params IReadOnlyList<Formula> Parts) : Formula
    {
        public override bool CanFault { get; } = Parts.Any(part => part.CanFault);

        public override Outcome In(Box box) => OneByOne(Parts, box, Truth.Fails);
    }

    /// <summary>At least one part holds, judged one after the other until one does.</summary>
    public sealed record Any(params IReadOnlyList<Formula> Parts) : Formula
    {
        public override bool CanFault { get; } = Parts.Any(part => part.CanFault);

        public override Outcome In(Box box) => OneByOne(Parts, box, Truth.Holds);
    }

    /// <summary>Judges parts until one decides; one after an open part decides too, unless that one may not be judged.</summary>
    private static Outcome OneByOne(IReadOnlyList<Formula> parts, Box box, Truth decides)
    {
        Formula? open = null;
        for (var i = 0; i < parts.Count; i++)
        {
            var outcome = parts[i].In(box);
            if (outcome.Truth == decides || (outcome.Truth == Truth.Faults && open is null))
            {
                return outcome;
            }

            if (outcome.Truth is Truth.Open or Truth.Faults)
            {
                open ??= outcome.Atom;
                if (parts[i].CanFault)
                {
                    break;
                }
            }
        }

        return open is not null ? new(Truth.Open, open) : new(decides == Truth.Holds ? Truth.Fails : Truth.Holds);
    }
}
