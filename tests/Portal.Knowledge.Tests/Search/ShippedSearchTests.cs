using Portal.Knowledge.Search;

namespace Portal.Knowledge.Tests.Search;

/// <summary>What shoppers type and the article that must come first.</summary>
public sealed class ShippedSearchTests
{
    [Theory]
    [InlineData("en", "broken item", "damaged/damaged-or-wrong-item")]
    [InlineData("en", "my mug arrived broken", "damaged/damaged-or-wrong-item")]
    [InlineData("en", "brokn item", "damaged/damaged-or-wrong-item")]
    [InlineData("en", "how do I return something", "returns/how-to-return")]
    [InlineData("en", "return policy", "returns/return-policy")]
    [InlineData("en", "where is my order", "orders/where-is-my-order")]
    [InlineData("en", "when do I get my money back", "refunds/when-will-i-get-my-refund")]
    [InlineData("en", "cancel order", "orders/cancel-an-order")]
    [InlineData("en", "right of withdrawal", "returns/right-of-withdrawal")]
    [InlineData("en", "delivery times", "shipping/delivery-times")]
    [InlineData("en", "customs duties", "shipping/duties-and-taxes")]
    [InlineData("en", "final sale", "returns/final-sale")]
    [InlineData("en", "gift card", "refunds/store-credit-and-gift-cards")]
    [InlineData("en", "wash linen", "care/linen")]
    [InlineData("en", "delete my data", "privacy/your-data")]
    [InlineData("de", "kaputt angekommen", "damaged/damaged-or-wrong-item")]
    [InlineData("de", "Artikel beschädigt", "damaged/damaged-or-wrong-item")]
    [InlineData("de", "Artikel zurückgeben", "returns/how-to-return")]
    [InlineData("de", "zurueckgeben", "returns/how-to-return")]
    [InlineData("de", "wo ist meine Bestellung", "orders/where-is-my-order")]
    [InlineData("de", "Widerruf", "returns/right-of-withdrawal")]
    [InlineData("de", "Wann bekomme ich mein Geld zurück?", "refunds/when-will-i-get-my-refund")]
    [InlineData("de", "Lieferzeit", "shipping/delivery-times")]
    [InlineData("de", "Zoll", "shipping/duties-and-taxes")]
    [InlineData("de", "Geschenkkarte", "refunds/store-credit-and-gift-cards")]
    [InlineData("de", "Leinen waschen", "care/linen")]
    public void Search_ShoppersWords_PutTheAnswerFirst(string locale, string query, string key)
    {
        var results = Shipped.Library.Search.Search(new SearchRequest(locale, query));

        Assert.Equal(key, results.Hits is [var first, ..] ? first.Article.Key : null);
        Assert.Contains("<mark>", results.Hits[0].TitleHtml + results.Hits[0].SnippetHtml, StringComparison.Ordinal);
    }
}
