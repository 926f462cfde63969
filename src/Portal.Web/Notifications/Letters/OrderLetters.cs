using Microsoft.EntityFrameworkCore;
using Portal.Web.Content;
using Portal.Web.Data;
using Portal.Web.Resources;

namespace Portal.Web.Notifications.Letters;

/// <summary>The letter with the way to all orders of an address.</summary>
public sealed class OrderLetters(PortalDbContext database, Texts texts, LetterLinks links, Snapshot snapshot)
{
    /// <summary>At most so many orders are named, the newest.</summary>
    public const int MaxOrders = 20;

    /// <summary>The letter; null when the address has no orders.</summary>
    /// <param name="email">Normalized.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Letter?> LinksAsync(string email, CancellationToken cancellation = default)
    {
        var orders = await database.Orders
            .Where(order => order.Email == email)
            .OrderByDescending(order => order.PlacedAt)
            .Take(MaxOrders)
            .Select(order => new { order.Id, order.Number, order.PlacedAt, order.Market })
            .ToListAsync(cancellation);
        return orders.Count == 0 ? null : new Letter(email, texts.Locale, texts["Mail.Orders.Subject", snapshot.Site.Name], texts["Mail.Orders.Title"],
        [
            new LetterPart.Paragraph(texts["Mail.Orders.Text"]),
            new LetterPart.Links(orders.ConvertAll(order => new Link(
                texts["Mail.Orders.Order", order.Number, texts.Date(order.PlacedAt, snapshot.Zone(order.Market))],
                links.Order(texts.Locale.Code, order.Id, order.Number)))),
            new LetterPart.Paragraph(texts["Mail.Orders.NotYou"]),
        ]);
    }
}
