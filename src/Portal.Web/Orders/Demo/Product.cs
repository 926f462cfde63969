namespace Portal.Web.Orders.Demo;

/// <summary>Something the demo shop sells.</summary>
/// <param name="Sku">The stock number.</param>
/// <param name="Category">Its category, such as <c>ceramics</c>.</param>
/// <param name="EuroCents">The base price of one piece in EUR-cents; <see cref="DemoMarket.Price"/> makes the price of a market from it.</param>
/// <param name="WeightGrams">Weight of one piece.</param>
/// <param name="Tags">What policies ask for: <c>made-to-measure</c>, <c>sealed</c>.</param>
/// <param name="Titles">Its title in each of <see cref="Languages"/>, in that order.</param>
internal sealed record Product(string Sku, string Category, int EuroCents, int WeightGrams, IReadOnlyList<string> Tags, IReadOnlyList<string> Titles)
{
    /// <summary>The languages that orders are placed in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "de", "fr", "es", "ja", "ar"];

    /// <summary>The title in a language of <see cref="Languages"/>.</summary>
    public string Title(string language) => Translated(Titles, language);

    /// <summary>The text of a language out of texts in the order of <see cref="Languages"/>.</summary>
    public static string Translated(IReadOnlyList<string> texts, string language) =>
        texts[Languages.Index().First(known => string.Equals(known.Item, language, StringComparison.Ordinal)).Index];
}

/// <summary>Products sold together under one name at a lower price.</summary>
/// <param name="Names">Its name in each of <see cref="Product.Languages"/>, in that order.</param>
/// <param name="Skus">What it is made of.</param>
internal sealed record Bundle(IReadOnlyList<string> Names, IReadOnlyList<string> Skus);
