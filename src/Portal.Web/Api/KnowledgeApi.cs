using Portal.Knowledge.Search;
using Portal.Web.Content;

namespace Portal.Web.Api;

/// <summary>Articles and search, for anybody.</summary>
internal static class KnowledgeApi
{
    private const int MaxLimit = 50;

    public static void MapKnowledgeApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").WithTags("Knowledge");
        api.MapGet("/search", Search).WithSummary("Finds articles.");
        api.MapGet("/suggest", Suggest).WithSummary("Completes what is being typed.");
        api.MapGet("/articles/{locale}/{category}/{name}", Article).WithSummary("One article by its key.");
    }

    private static IResult Search(Snapshot snapshot, string? q, string locale = "en", int limit = 10)
    {
        if (!IsOn(snapshot, locale))
        {
            return UnknownLocale(snapshot, locale);
        }

        var results = snapshot.Library.Search.Search(new SearchRequest(locale, q ?? "", PageSize: Math.Clamp(limit, 1, MaxLimit)));
        return Results.Ok(new SearchAnswer(
            results.Query,
            locale,
            results.Total,
            results.Hits.Select(hit => new SearchHit(hit.Article.Key, hit.Article.Title, hit.Article.Url, hit.SnippetHtml, hit.Score)).ToList()));
    }

    private static IResult Suggest(Snapshot snapshot, string? q, string locale = "en") => IsOn(snapshot, locale)
        ? Results.Ok(snapshot.Library.Search.Suggest(locale, q ?? "", 6))
        : UnknownLocale(snapshot, locale);

    private static IResult Article(Snapshot snapshot, string locale, string category, string name)
    {
        if (!IsOn(snapshot, locale))
        {
            return UnknownLocale(snapshot, locale);
        }

        return snapshot.Library.FindByKey(locale, $"{category}/{name}") is { } article
            ? Results.Ok(new ArticleAnswer(article.Key, article.Locale, article.Title, article.Summary, article.Type.ToString(), article.Url, article.Html, article.Updated, article.Questions, article.Tags))
            : Results.Problem($"There is no article '{category}/{name}'.", statusCode: StatusCodes.Status404NotFound);
    }

    private static bool IsOn(Snapshot snapshot, string locale) => snapshot.Site.Locales.Any(known => string.Equals(known.Code, locale, StringComparison.Ordinal));

    private static IResult UnknownLocale(Snapshot snapshot, string locale) => Results.Problem(
        $"'{locale}' is not a locale of this site; use one of {string.Join(", ", snapshot.Site.Locales.Select(known => known.Code))}.",
        statusCode: StatusCodes.Status400BadRequest);
}

/// <summary>The answer of a search.</summary>
public sealed record SearchAnswer(string Query, string Locale, int Total, IReadOnlyList<SearchHit> Hits);

/// <param name="Id">The article's key.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Url">Its page.</param>
/// <param name="Snippet">Encoded HTML with only <c>mark</c> elements.</param>
/// <param name="Score">Higher is better; comparable within one answer only.</param>
public sealed record SearchHit(string Id, string Title, string Url, string Snippet, float Score);

/// <summary>An article as data.</summary>
public sealed record ArticleAnswer(
    string Id, string Locale, string Title, string Summary, string Type, string Url, string Html, DateOnly Updated, IReadOnlyList<string> Questions, IReadOnlyList<string> Tags);
