using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Util;

namespace Portal.Knowledge.Search.Analysis;

/// <summary>Spanish: accents do not matter, endings are stripped lightly.</summary>
internal sealed class Spanish : Language
{
    public override string Code => "es";

    public override IEnumerable<string> Fillers => SpanishAnalyzer.DefaultStopSet.Concat(Words(
        "yo me mi mis nos nuestro nuestra usted ustedes su sus "
        + "cómo cuándo dónde qué cuál quién por para puedo puede podría quiero quisiera debo tengo tiene hay "
        + "algo soy es son he ha hola gracias ayuda necesito favor"));

    public override TokenStream Stem(TokenStream folded, CharArraySet vocabulary) => new SpanishLightStemFilter(folded);
}
