namespace Portal.Web.Tests.Content;

/// <summary>The least that an article's file holds.</summary>
internal static class ArticleFile
{
    public static string Write(string title, string extra, string slug) => $"""
        ---
        title: {title}
        summary: All about it.
        type: guide
        questions: [what is {slug}, where is {slug}, when is {slug}]
        tags: [{slug}]
        order: 9
        updated: 2026-11-12
        slug: {slug}
        {extra}
        ---
        Text about {slug}.
        """;
}
