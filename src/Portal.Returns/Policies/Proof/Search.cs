namespace Portal.Returns.Policies.Proof;

/// <summary>What became of a search for a request.</summary>
internal enum Found
{
    /// <summary>No request is such.</summary>
    Nothing,

    /// <summary>One is, and the engine shows it.</summary>
    Request,

    /// <summary>There are too many cases, or none of those that seem possible could be made into an order that shows it.</summary>
    Unclear,
}

/// <summary>Looks for a request by splitting the space until a formula is decided on each part.</summary>
internal sealed class Search(Space space, OrderMaker orders, int steps)
{
    /// <summary>Boxes that seem right, but of which no order shows it, before the search gives up.</summary>
    private const int MostBoxes = 40;

    /// <summary>The parts of the space that were looked at in all searches.</summary>
    public long Steps { get; private set; }

    public (Found Found, Witness? Witness) Run(Formula wanted, Func<Witness, bool> shows)
    {
        var formula = new Formula.All(wanted, space.Possible);
        var boxes = new Stack<Box>([space.Whole]);
        var (left, tried) = (steps, 0);
        while (boxes.TryPop(out var box))
        {
            Steps++;
            if (--left < 0)
            {
                return (Found.Unclear, null);
            }

            var outcome = space.Admits(box) ? formula.In(box) : new Outcome(Truth.Fails);
            if (outcome.Truth == Truth.Open)
            {
                foreach (var part in outcome.Atom!.Split(box).Reverse().OfType<Box>())
                {
                    boxes.Push(part);
                }
            }
            else if (outcome.Truth == Truth.Holds)
            {
                if (orders.In(box).FirstOrDefault(shows) is { } witness)
                {
                    return (Found.Request, witness);
                }

                if (++tried == MostBoxes)
                {
                    break;
                }
            }
        }

        return (tried == 0 ? Found.Nothing : Found.Unclear, null);
    }
}
