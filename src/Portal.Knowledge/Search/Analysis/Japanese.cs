using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;

namespace Portal.Knowledge.Search.Analysis;

/// <summary>Japanese: widths do not matter; text without spaces is compared by pairs of characters.</summary>
internal sealed class Japanese : Language
{
    public override string Code => "ja";

    public override TokenStream Fold(TokenStream words) => new CJKBigramFilter(new LowerCaseFilter(Version, new CJKWidthFilter(words)));
}
