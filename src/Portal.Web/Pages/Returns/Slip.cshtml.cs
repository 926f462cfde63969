using Microsoft.AspNetCore.Mvc;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Orders;

namespace Portal.Web.Pages.Returns;

/// <summary>The slip that goes into the parcel.</summary>
public sealed class SlipModel(CaseReader cases, OrderSession session, CaseViews views, Snapshot snapshot) : CasePage(cases, session)
{
    public IReadOnlyList<string> Items => Loaded.Case.Lines.Where(line => line.IsSentBack).Select(line => views.Item(Loaded, line)).ToList();

    public IReadOnlyList<string> Address => snapshot.Site.ReturnAddress(Loaded.Order.Order.Market) ?? [];

    /// <summary>The RMA as an SVG drawing.</summary>
    public string QrCode => Cases.QrCode.Svg(Loaded.Case.Rma);

    public IActionResult OnGet() => HasSlip ? Page() : NotFound();
}
