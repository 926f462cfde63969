namespace Portal.Web.Orders;

/// <summary>Who a browser has proven to be.</summary>
public enum Party
{
    /// <summary>Knows the order's e-mail address or its billing postcode.</summary>
    Buyer,

    /// <summary>Knows only where a gift was delivered.</summary>
    Recipient,
}
