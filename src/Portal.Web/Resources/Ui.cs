namespace Portal.Web.Resources;

/// <summary>Marks the UI strings: <c>Ui.resx</c> (English) and one <c>Ui.{locale}.resx</c> beside it per further locale.</summary>
public sealed class Ui;
