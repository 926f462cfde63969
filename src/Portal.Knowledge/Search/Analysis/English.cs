using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Util;

namespace Portal.Knowledge.Search.Analysis;

internal sealed class English : Language
{
    public override string Code => "en";

    public override IEnumerable<string> Fillers => EnglishAnalyzer.DefaultStopSet.Concat(Words(
        "i i'm i've i'd me my mine we our you your he she it its them they this these those am is are was were be been do does did doing "
        + "have has had can can't cannot could would should will may might must shall don't doesn't didn't isn't wasn't "
        + "how what when where which who why whose here there from about after before again just only so than too very also "
        + "please help want need like get got hello hi thanks if or and not something anything someone anyone thing things"));

    public override TokenStream Fold(TokenStream words) => base.Fold(new EnglishPossessiveFilter(Version, new ApostropheFold(words)));

    public override TokenStream Stem(TokenStream folded, CharArraySet vocabulary) => new PorterStemFilter(folded);
}
