using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Util;

namespace Portal.Knowledge.Search.Analysis;

/// <summary>French: elided articles fall away, accents do not matter, endings are stripped lightly.</summary>
internal sealed class French : Language
{
    public override string Code => "fr";

    public override IEnumerable<string> Fillers => FrenchAnalyzer.DefaultStopSet.Concat(Words(
        "je me moi mon ma mes nous notre nos vous votre vos il elle on ce cette ces "
        + "comment quand où pourquoi quel quelle quels quelles qui que quoi est-ce puis peux peut pouvez voudrais veux dois doit faut "
        + "suis est sont ai a avez avoir être quelque chose bonjour merci aide besoin svp"));

    public override TokenStream Fold(TokenStream words) =>
        base.Fold(new ElisionFilter(new ApostropheFold(words), FrenchAnalyzer.DEFAULT_ARTICLES));

    public override TokenStream Stem(TokenStream folded, CharArraySet vocabulary) => new FrenchLightStemFilter(folded);
}
