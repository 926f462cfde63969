using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Portal.Knowledge.Search.Analysis;

/// <summary>Makes the apostrophes that telephones type equal to the plain one, so that "don’t" is "don't".</summary>
internal sealed class ApostropheFold : TokenFilter
{
    private readonly ICharTermAttribute _term;

    public ApostropheFold(TokenStream words)
        : base(words) => _term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
        {
            return false;
        }

        _term.Buffer.AsSpan(0, _term.Length).Replace('\u2019', '\'');
        return true;
    }
}
