using Lucene.Net.Search.Similarities;

namespace Portal.Knowledge.Search;

/// <summary>BM25, with each field's own influence of length: many questions or tags are no fault of an article.</summary>
internal sealed class FieldSimilarity : PerFieldSimilarityWrapper
{
    private const float Saturation = 1.2f;

    private readonly Dictionary<string, Similarity> _similarities = new(StringComparer.Ordinal);

    public FieldSimilarity()
    {
        foreach (var field in SearchField.All.Append(SearchField.Whole).Append(SearchField.Letters))
        {
            _similarities[field.Name] = _similarities[field.Stemmed] = new BM25Similarity(Saturation, field.LengthInfluence);
        }
    }

    public override Similarity Get(string field) => _similarities[field];
}
