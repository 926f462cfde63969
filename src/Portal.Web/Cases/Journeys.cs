using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Orders;

namespace Portal.Web.Cases;

/// <summary>Keeps drafts and judges them anew on every page.</summary>
public sealed class Journeys(PortalDbContext database, Judge judge, Snapshot snapshot, TimeProvider clock)
{
    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    /// <summary>The draft as it stands, or an empty one when nothing was saved under this id. Null when the id belongs to another order.</summary>
    public async Task<Journey?> LoadAsync(LoadedOrder order, Guid draftId, CancellationToken cancellation = default)
    {
        var draft = await database.Drafts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == draftId, cancellation)
            ?? new ReturnDraft { Id = draftId, OrderId = order.Order.Id, CreatedAt = Now, UpdatedAt = Now };
        return draft.OrderId == order.Order.Id ? Judge(order, draft) : null;
    }

    /// <summary>A journey that is kept nowhere: what would be decided about these lines now.</summary>
    public Journey Preview(LoadedOrder order, Guid draftId, IReadOnlyList<DraftLine> lines)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Judge(order, new ReturnDraft { Id = draftId, OrderId = order.Order.Id, CreatedAt = Now, UpdatedAt = Now, Lines = [.. lines] });
    }

    /// <summary>The case that was opened from this draft, or null.</summary>
    public static ReturnCase? OpenedFrom(LoadedOrder order, Guid draftId) => order.Cases.FirstOrDefault(@case => @case.DraftId == draftId);

    /// <summary>Saves what the shopper asked for; choices made for the same line and reason stay.</summary>
    public async Task<Journey> SaveLinesAsync(Journey journey, IReadOnlyList<DraftLine> lines, CancellationToken cancellation = default)
    {
        foreach (var line in lines)
        {
            var before = journey.Draft.Lines.FirstOrDefault(known => string.Equals(known.LineId, line.LineId, StringComparison.Ordinal) && known.Reason == line.Reason);
            (line.Resolution, line.Shipment) = (before?.Resolution, before?.Shipment);
        }

        return await SaveAsync(journey, lines, cancellation);
    }

    /// <summary>Saves the options chosen.</summary>
    public Task<Journey> SaveOptionsAsync(Journey journey, CancellationToken cancellation = default) =>
        SaveAsync(journey, journey.Draft.Lines, cancellation);

    private async Task<Journey> SaveAsync(Journey journey, IReadOnlyList<DraftLine> lines, CancellationToken cancellation, bool isAgain = false)
    {
        var draft = await database.Drafts.SingleOrDefaultAsync(row => row.Id == journey.Draft.Id, cancellation);
        if (draft is null)
        {
            draft = new ReturnDraft { Id = journey.Draft.Id, OrderId = journey.Order.Order.Id, CreatedAt = Now };
            database.Drafts.Add(draft);
        }

        draft.Lines = [.. lines];
        draft.UpdatedAt = Now;
        draft.Version++;
        try
        {
            await database.SaveChangesAsync(cancellation);
            return Judge(journey.Order, draft);
        }
        catch (DbUpdateException) when (!isAgain)
        {
            // The same draft was saved in between, by a second click or another tab; the later one wins.
            database.ChangeTracker.Clear();
            return await SaveAsync(journey, lines, cancellation, isAgain: true);
        }
    }

    private Journey Judge(LoadedOrder order, ReturnDraft draft) => new(order, draft, JudgeLines(order, draft.Lines), Now);

    private List<JourneyLine> JudgeLines(LoadedOrder order, List<DraftLine> lines) => lines
        .Where(line => order.Order.Lines.Any(known => string.Equals(known.LineId, line.LineId, StringComparison.Ordinal) && line.Quantity <= known.Quantity))
        .Select(line =>
        {
            var decision = judge.Decide(order, line.LineId, line.Reason, line.Quantity);
            return new JourneyLine(line, decision, ReturnOption.For(order, decision, snapshot, Now, lines.Count == 1));
        })
        .ToList();
}
