using Portal.Web.Cases;

namespace Portal.Web.Content;

/// <summary>The portal's addresses, in one place.</summary>
public static class Addresses
{
    public static string Home(string locale) => $"/{locale}";

    public static string Help(string locale) => $"/{locale}/help";

    /// <summary>The page of a category, or of an article in it.</summary>
    public static string Article(string locale, string category, string? article) =>
        article is null ? $"/{locale}/help/{category}" : $"/{locale}/help/{category}/{article}";

    /// <summary>An address with the key that opens it.</summary>
    public static string WithKey(string address, string key) => $"{address}?{SignedLinks.Parameter}={Uri.EscapeDataString(key)}";

    public static string Search(string locale) => $"/{locale}/search";

    public static string Orders(string locale) => $"/{locale}/orders";

    public static string Order(string locale, string number) => $"/{locale}/orders/{Uri.EscapeDataString(number)}";

    public static string Journey(string locale, string number, Guid draft, string step) =>
        $"{Order(locale, number)}/return/{draft:N}/{step}";

    public static string Case(string locale, string rma) => $"/{locale}/returns/{rma}";

    public static string Withdraw(string locale) => $"/{locale}/withdraw";
}
