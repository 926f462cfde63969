using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>An article is for markets that the shop delivers to.</summary>
internal sealed class UnknownMarketRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content) =>
        from article in content.Articles
        from market in article.Matter.Markets
        where !content.Options.Markets.Contains(market, StringComparer.Ordinal)
        select article.File.Error("unknown-market", article.Matter.At("markets"), $"The shop does not deliver to \"{market}\".", Spelling.Suggest(market, content.Options.Markets));
}
