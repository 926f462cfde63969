using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Portal.Returns.Cases;
using Portal.Web.Cases;
using Portal.Web.Orders;

namespace Portal.Web.Api;

/// <summary>Returns: quotes, cases, and what a person says about them.</summary>
internal static class ReturnsApi
{
    private const int DefaultLimit = 20;

    private const int MaxLimit = 100;

    public static void MapReturnsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/returns").WithTags("Returns").ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapPost("/quote", QuoteAsync)
            .WithSummary("Decides lines of an order, with every option and its exact amount.")
            .WithDescription("Stores nothing. Texts are in the language of Accept-Language.")
            .TakesBody<QuoteDocument>()
            .Produces<QuoteAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost("", OpenAsync)
            .WithSummary("Opens a case for what a shopper has confirmed.")
            .WithDescription("Needs an Idempotency-Key: the same key with the same body gets the same answer for a week, and opens one case. 409 with a fresh quote when the plan has changed or pieces were taken.")
            .TakesBody<ReturnDocument>()
            .Produces<CaseAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("", ListAsync)
            .WithSummary("Lists cases, newest first.")
            .Produces<CaseSlice>()
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/{rma}", FindAsync).WithSummary("One case.").Produces<CaseAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/{rma}/review", ReviewAsync)
            .WithSummary("Approves or refuses a case that waits for a person.")
            .TakesBody<ReviewDocument>()
            .Produces<CaseAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> QuoteAsync(HttpContext http, OrderReader orders, Journeys journeys, ReturnQuotes quotes, CancellationToken cancellation)
    {
        var (body, problem) = await ApiBody.ReadAsync(http.Request, cancellation);
        if (body is null)
        {
            return problem!.Result();
        }

        using var json = body.Document;
        var faults = new JsonFaults();
        var asked = ReturnDocumentReader.ReadQuote(json.RootElement, faults);
        if (faults.Any)
        {
            return ApiProblem.Of(faults).Result();
        }

        if (await orders.FindAsync(asked.OrderNumber, cancellation) is not { } order)
        {
            return NoOrder(asked.OrderNumber).Result();
        }

        ReturnDocumentReader.Check(asked.Lines, order.Order, faults);
        if (faults.Any)
        {
            return ApiProblem.Of(faults).Result();
        }

        var journey = journeys.Preview(order, Guid.Empty, ReturnDocumentReader.Drafts(asked.Lines));
        ReturnQuotes.ChooseOnly(journey);
        ReturnQuotes.Check(journey, faults);
        http.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
        http.Response.Headers.Vary = "Accept-Language";
        return faults.Any ? ApiProblem.Of(faults).Result() : Results.Ok(quotes.Tell(journey));
    }

    private static async Task<IResult> OpenAsync(
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, HttpContext http, ApiCalls calls, ReturnIntake intake, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(idempotencyKey) || idempotencyKey.Length > ApiCalls.MaxKey)
        {
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "idempotency-key-missing", FormattableString.Invariant($"Send an Idempotency-Key of 1 to {ApiCalls.MaxKey} characters, such as a new UUID.")).Result();
        }

        var (body, problem) = await ApiBody.ReadAsync(http.Request, cancellation);
        if (body is null)
        {
            return problem!.Result();
        }

        using var json = body.Document;
        var call = calls.Begin(ApiKeyHandler.KeyOf(http.User), idempotencyKey, body.Bytes);
        var asked = await intake.ReadAsync(json.RootElement, cancellation);
        // What is faulty is not remembered: the key is good for the mended body. It may have been sound when it was asked first.
        // Otherwise, from here on the caller may go away: what is done is remembered.
        var found = asked is ReturnAsked.Sound sound
            ? await intake.OpenAsync(sound, call, CancellationToken.None)
            : await calls.FindAsync(call, cancellation);
        return found is CallFound.Answered answered ? Repeat(http.Response, answered)
            : asked is ReturnAsked.Faulty faulty && found is null ? faulty.Problem.Result()
            : ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", "This Idempotency-Key was used for another body.").Result();
    }

    private static IResult Repeat(HttpResponse response, CallFound.Answered answered)
    {
        if (answered.Status != StatusCodes.Status201Created)
        {
            return Results.Text(answered.Answer, ApiProblem.MediaType, statusCode: answered.Status);
        }

        using var answer = JsonDocument.Parse(answered.Answer);
        response.Headers.Location = $"/api/returns/{answer.RootElement.GetProperty("rma").GetString()}";
        return Results.Text(answered.Answer, "application/json", statusCode: answered.Status);
    }

    private static async Task<IResult> ListAsync(string? state, string? order, string? cursor, string? limit, CaseList cases, CancellationToken cancellation)
    {
        var faults = new JsonFaults();
        CaseState? wanted = null;
        if (!string.IsNullOrEmpty(state))
        {
            wanted = Enum.TryParse<CaseState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(state[0]) ? known : null;
            if (wanted is null)
            {
                faults.Add("state", $"must be one of {string.Join(", ", Enum.GetNames<CaseState>())}");
            }
        }

        var count = DefaultLimit;
        if (!string.IsNullOrEmpty(limit) && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 1 and <= MaxLimit))
        {
            faults.Add("limit", FormattableString.Invariant($"must be a whole number from 1 to {MaxLimit}"));
        }

        var after = CaseCursor.Read(cursor);
        if (!string.IsNullOrEmpty(cursor) && after is null)
        {
            faults.Add("cursor", "is none that was given out here");
        }

        if (faults.Any)
        {
            return ApiProblem.Of(faults).Result();
        }

        // One more than is told says whether there is more.
        var found = await cases.ListAsync(wanted, string.IsNullOrEmpty(order) ? null : OrderNumber.Normalize(order), after, count + 1, cancellation);
        var told = found.Take(count).ToList();
        return Results.Ok(new CaseSlice(told.ConvertAll(CaseAnswer.Of), found.Count > count ? CaseCursor.Write(told[^1].Case) : null));
    }

    private static async Task<IResult> FindAsync(string rma, CaseList cases, CancellationToken cancellation) =>
        await cases.FindAsync(rma, cancellation) is { } found ? Results.Ok(CaseAnswer.Of(found)) : NoCase(rma).Result();

    private static async Task<IResult> ReviewAsync(string rma, HttpContext http, CaseReview reviews, CaseList cases, CancellationToken cancellation)
    {
        var (body, problem) = await ApiBody.ReadAsync(http.Request, cancellation);
        if (body is null)
        {
            return problem!.Result();
        }

        using var json = body.Document;
        var faults = new JsonFaults();
        var said = ReturnDocumentReader.ReadReview(json.RootElement, faults);
        if (faults.Any)
        {
            return ApiProblem.Of(faults).Result();
        }

        var grant = said.Shipment is null && said.Quantity is null ? null : new ReviewGrant(said.Shipment, said.Quantity);
        var outcome = said.Verdict == ReviewVerdict.Refuse
            ? await reviews.RefuseAsync(rma, said.Reason!, cancellation)
            : await reviews.ApproveAsync(rma, said.Reason, grant, cancellation);
        return outcome switch
        {
            ReviewOutcome.Done done => Results.Ok(CaseAnswer.Of((await cases.FindAsync(done.Rma, cancellation))!)),
            ReviewOutcome.Hindered { Obstacle: ReviewObstacle.UnknownCase } => NoCase(rma).Result(),
            ReviewOutcome.Hindered { Obstacle: var obstacle, State: var state } => Hindered(obstacle, state).Result(),
            _ => throw new InvalidOperationException($"{outcome} is no outcome."),
        };
    }

    public static ProblemDetails NoOrder(string number) => ApiProblem.Of(StatusCodes.Status404NotFound, "unknown-order", $"There is no order '{number}'.");

    private static ProblemDetails NoCase(string rma) => ApiProblem.Of(StatusCodes.Status404NotFound, "unknown-case", $"There is no case '{rma}'.");

    private static ProblemDetails Hindered(ReviewObstacle obstacle, CaseState? state)
    {
        var (code, detail) = ReviewTexts.Of(obstacle, state);
        return ApiProblem.Of(StatusCodes.Status409Conflict, code, detail);
    }
}
