namespace Portal.Web.Orders.Demo;

/// <summary>A demo order to try. What it shows stands in the UI strings as <c>Demo.What.{Number}</c>.</summary>
/// <param name="Number">Its number, always the same.</param>
/// <param name="Email">The buyer's address.</param>
/// <param name="Postcode">The buyer's postcode as people there write it; null where the country has none.</param>
public sealed record DemoHint(string Number, string Email, string? Postcode);
