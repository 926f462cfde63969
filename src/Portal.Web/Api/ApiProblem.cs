using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Api;

/// <summary>Refusals of the API, as problem details (RFC 9457) with a <c>code</c> for programs.</summary>
public static class ApiProblem
{
    /// <summary>What the media type of problem details is.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>A refusal.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">A stable word for programs, such as <c>units-taken</c>.</param>
    /// <param name="detail">A sentence for people.</param>
    public static ProblemDetails Of(int status, string code, string detail) => new() { Status = status, Detail = detail, Extensions = { ["code"] = code } };

    /// <summary>What is wrong with a document, by JSON path.</summary>
    public static ProblemDetails Of(JsonFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        return new HttpValidationProblemDetails(faults.ByPath())
        {
            Status = StatusCodes.Status422UnprocessableEntity,
            Title = "The document has faults.",
            Detail = faults.Count == 1 ? "1 fault; nothing was stored." : FormattableString.Invariant($"{faults.Count} faults; nothing was stored."),
            Extensions = { ["code"] = "faulty" },
        };
    }

    /// <summary>The answer that carries it.</summary>
    public static IResult Result(this ProblemDetails problem) => Results.Problem(problem);
}
