using Portal.Returns.Decisions;

namespace Portal.Returns.Policies.Proof;

/// <summary>What is often asked of the requests of a space.</summary>
internal static class SpaceFormulas
{
    extension(Space space)
    {
        /// <summary>The policy is asked as for a withdrawal.</summary>
        public Formula IsWithdrawal() => space.Axes[Space.Kind].Cells.Count > 1 ? new Formula.Cells(Space.Kind, Axis.Second) : Formula.Never;

        public Formula ChangesMind() => space.Is(Reason.ChangedMind, Reason.WrongSize, Reason.OrderedByMistake);

        public Formula Is(params Reason[] reasons) => space.Where(Space.Reason, cell => Array.Exists(reasons, reason => string.Equals(cell.Word, reason.ToString(), StringComparison.Ordinal)));

        public Formula Is(params Travel[] states) => space.Where(Space.Travel, cell => Array.Exists(states, state => string.Equals(cell.Word, state.ToString(), StringComparison.Ordinal)));

        /// <summary>The day of delivery is known.</summary>
        public Formula IsDelivered() => space.Is(Travel.Delivered, Travel.Arrived);

        /// <summary>The day of shipment is known.</summary>
        public Formula IsShipmentKnown() => space.Is(Travel.Delivered, Travel.Shipped);

        /// <summary>A list has one of these words.</summary>
        public Formula HasAny(string fact, IReadOnlyList<string> words) => new Formula.Any(
        [
            .. space.FindAll(fact)
                .Where(axis => words.Contains(space.Axes[axis].Cells[1].Word, StringComparer.Ordinal))
                .Select(axis => new Formula.Cells(axis, Axis.Second)),
        ]);
    }
}
