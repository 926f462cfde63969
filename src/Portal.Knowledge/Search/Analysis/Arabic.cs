using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Util;

namespace Portal.Knowledge.Search.Analysis;

/// <summary>Arabic: vowel marks and the spellings of alef, yeh and teh marbuta do not matter; common prefixes and suffixes are stripped.</summary>
internal sealed class Arabic : Language
{
    public override string Code => "ar";

    public override IEnumerable<string> Fillers => ArabicAnalyzer.DefaultStopSet.Concat(Words("كيف متى أين ماذا لماذا هل أريد يمكن يمكنني من فضلك شكرا مرحبا"));

    public override TokenStream Fold(TokenStream words) => new ArabicNormalizationFilter(new LowerCaseFilter(Version, words));

    public override TokenStream Stem(TokenStream folded, CharArraySet vocabulary) => new ArabicStemFilter(folded);
}
