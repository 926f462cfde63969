using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Compound;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Util;
using Snowball = Lucene.Net.Tartarus.Snowball.Ext.GermanStemmer;

namespace Portal.Knowledge.Search.Analysis;

/// <summary>
/// German: umlauts equal their spellings with e and without dots. The Snowball stemmer brings nouns and their verbs
/// together (Bestellung, bestellen), which shoppers use alike. Parts of compounds are found where the content knows them.
/// </summary>
internal sealed class German : Language
{
    private const int ShortestCompound = 8;
    private const int ShortestPart = 5;
    private const int LongestPart = 20;

    public override string Code => "de";

    public override bool HasCompounds => true;

    public override IEnumerable<string> Fillers => GermanAnalyzer.DefaultStopSet.Concat(Words(
        "ich mich mir mein meine meinen meinem meiner wir uns unser unsere sie ihr ihre er es "
        + "wie was wann wo wohin woher warum wieso weshalb welche welcher welches wer wem wen "
        + "kann kannst können könnte möchte möchten will wollen muss müssen soll sollen darf dürfen habe hat haben hatte bin ist sind war "
        + "etwas irgendwas jemand bitte hilfe hallo danke brauche gern gerne mal nicht kein keine noch schon auch nur"));

    public override TokenStream Fold(TokenStream words) => new ASCIIFoldingFilter(new GermanNormalizationFilter(new LowerCaseFilter(Version, words)));

    public override TokenStream Stem(TokenStream folded, CharArraySet vocabulary)
    {
        var parts = new DictionaryCompoundWordTokenFilter(Version, folded, vocabulary, ShortestCompound, ShortestPart, LongestPart, onlyLongestMatch: false);
        return new RemoveDuplicatesTokenFilter(new SnowballFilter(parts, new Snowball()));
    }
}
