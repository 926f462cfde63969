using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Portal.Knowledge.Search.Analysis;

/// <summary>How the words of a language are compared. This one serves every language that has no own.</summary>
internal class Language
{
    protected const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>The language's part of a locale, for instance <c>de</c>; empty for any.</summary>
    public virtual string Code => "";

    /// <summary>Words that a question holds and an answer need not, as they are written.</summary>
    public virtual IEnumerable<string> Fillers => [];

    /// <summary>Whether words are written together, so that their parts are worth finding.</summary>
    public virtual bool HasCompounds => false;

    /// <summary>Makes spellings of the same word equal: case, accents, elision.</summary>
    public virtual TokenStream Fold(TokenStream words) => new ASCIIFoldingFilter(new LowerCaseFilter(Version, words));

    /// <summary>Makes forms of the same word equal.</summary>
    /// <param name="folded">What <see cref="Fold"/> gives.</param>
    /// <param name="vocabulary">The folded words of the content, where <see cref="HasCompounds"/>.</param>
    public virtual TokenStream Stem(TokenStream folded, CharArraySet vocabulary) => folded;

    protected static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
