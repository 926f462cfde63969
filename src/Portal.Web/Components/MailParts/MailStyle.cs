namespace Portal.Web.Components.MailParts;

/// <summary>The look of mails. Mail programs read no stylesheets, so it stands on the elements.</summary>
internal static class MailStyle
{
    public const string Page = "margin:0;padding:24px 12px;background-color:#f4f3f0;color:#1d1f1e;font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif;font-size:16px;line-height:1.55";

    public const string Sheet = "max-width:560px;margin:0 auto;padding:28px;background-color:#ffffff;border:1px solid #dcdad4;border-radius:12px";

    public const string Shop = "margin:0 0 20px;font-size:18px;font-weight:700";

    public const string Ink = "color:#1d1f1e;text-decoration:none";

    public const string Title = "margin:0 0 16px;font-size:24px;line-height:1.25";

    public const string Heading = "margin:24px 0 8px;font-size:17px;line-height:1.3";

    public const string Paragraph = "margin:0 0 16px;white-space:pre-line";

    public const string List = "margin:0 0 16px;padding:0 20px";

    public const string Address = "margin:0 0 16px;padding:12px 16px;background-color:#f4f3f0;border-radius:8px";

    public const string Facts = "margin:0 0 20px;padding:4px 16px;border:1px solid #dcdad4;border-radius:8px";

    public const string Fact = "margin:8px 0";

    public const string FactName = "color:#575c59;font-size:14px";

    public const string FactValue = "margin:0;font-weight:600";

    public const string Links = "margin:0 0 16px";

    public const string Link = "color:#1d1f1e;text-decoration:underline";

    public const string Foot = "max-width:560px;margin:16px auto 0;padding:0 28px;color:#575c59;font-size:13px";

    public const string FootLine = "margin:0 0 2px";

    /// <summary>The one thing to do, in the shop's colour.</summary>
    public static string Button(string accent, string textOnAccent) =>
        $"display:inline-block;padding:12px 24px;border-radius:24px;background-color:{accent};color:{textOnAccent};font-weight:600;text-decoration:none";
}
