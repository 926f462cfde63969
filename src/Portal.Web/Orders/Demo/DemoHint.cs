namespace Portal.Web.Orders.Demo;

/// <summary>A demo order to try, and what it shows.</summary>
/// <param name="Number">Its number, always the same.</param>
/// <param name="Email">The buyer's address.</param>
/// <param name="Postcode">The buyer's postcode as people there write it; null where the country has none.</param>
/// <param name="What">In English: what the order is and what happens when it is returned under the shipped policy.</param>
public sealed record DemoHint(string Number, string Email, string? Postcode, string What);
