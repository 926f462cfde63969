using Portal.Web.Cases;
using Portal.Web.Components;
using Portal.Web.Orders;

namespace Portal.Web.Pages.Orders;

/// <summary>One order: its parcels, and what can be done with each line.</summary>
public sealed class ShowModel(OrderReader orders, OrderSession session, OrderViews views) : OrderPage(orders, session)
{
    public IReadOnlyList<ParcelView> Parcels => views.Parcels(Order);

    public IReadOnlyList<LineVerdictView> Lines { get; private set; } = [];

    public bool IsDemo => Order.Order.IsDemo;

    public IReadOnlyList<ReturnCase> Cases => Order.CasesOf(Party);

    public void OnGet() => Lines = views.Lines(Order, Guid.CreateVersion7(), Party);
}
