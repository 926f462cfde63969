using System.Globalization;
using Microsoft.Net.Http.Headers;
using Portal.Web.Orders;

namespace Portal.Web.Api;

/// <summary>Orders, as the shop's own system tells them.</summary>
internal static class OrdersApi
{
    public static void MapOrdersApi(this IEndpointRouteBuilder routes) => routes.MapPut("/orders/{number}", PutAsync)
        .WithTags("Orders")
        .WithSummary("Stores an order with its lines, parcels and payments, or changes it.")
        .WithDescription("Whole or not at all; the same order again changes nothing. With If-Match it is only changed at the version of that ETag. Amounts are whole minor units.")
        .Accepts<OrderDocument>("application/json")
        .Produces<OrderStored>()
        .Produces<OrderStored>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> PutAsync(string number, HttpContext http, OrderDocumentReader reader, OrderIntake intake, CancellationToken cancellation)
    {
        var (body, problem) = await ApiBody.ReadAsync(http.Request, cancellation);
        if (body is null)
        {
            return problem!.Result();
        }

        using var json = body.Document;
        var faults = new JsonFaults();
        var normalized = OrderDocumentReader.Number(number, "number", faults);
        var document = reader.Read(json.RootElement, faults);
        if (document.Number is { } named && !string.Equals(OrderNumber.Normalize(named), normalized, StringComparison.Ordinal))
        {
            faults.Add("$.number", "is not the number in the address");
        }

        if (faults.Any)
        {
            return ApiProblem.Of(faults).Result();
        }

        if (!TryReadVersion(http.Request, out var expected))
        {
            return ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "other-version", "If-Match is not an ETag of an order.").Result();
        }

        return await intake.StoreAsync(document, normalized, expected, cancellation) switch
        {
            IntakeOutcome.Stored stored => Answer(http.Response, stored),
            IntakeOutcome.Faulty contradicts => ApiProblem.Of(contradicts.Faults).Result(),
            IntakeOutcome.Demo => ApiProblem.Of(StatusCodes.Status409Conflict, "demo-order", $"{normalized} is a demo order, which cannot be changed.").Result(),
            IntakeOutcome.OtherVersion { Version: { } version } => ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "other-version", $"The order is at {Tag(version)} now.").Result(),
            IntakeOutcome.OtherVersion => ApiProblem.Of(StatusCodes.Status412PreconditionFailed, "other-version", "There is no such order yet.").Result(),
            var outcome => throw new InvalidOperationException($"{outcome} is no outcome."),
        };
    }

    private static IResult Answer(HttpResponse response, IntakeOutcome.Stored stored)
    {
        response.Headers.ETag = Tag(stored.Version);
        return Results.Json(
            new OrderStored(stored.Number, stored.Version, stored.Kind),
            statusCode: stored.Kind == IntakeKind.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    // No header, or *: any version of an order; the latter is not worth a case of its own, since both store.
    private static bool TryReadVersion(HttpRequest request, out int? version)
    {
        version = null;
        var header = request.Headers.IfMatch.ToString();
        if (header is "" or "*")
        {
            return true;
        }

        var isOne = EntityTagHeaderValue.TryParse(header, out var tag) && !tag.IsWeak;
        var text = isOne ? tag!.Tag.ToString().Trim('"') : "";
        if (text.StartsWith('v') && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            version = number;
        }

        return version is not null;
    }

    private static string Tag(int version) => FormattableString.Invariant($"\"v{version}\"");
}

/// <summary>An order was stored.</summary>
/// <param name="Number">Its number as it is kept and shown.</param>
/// <param name="Version">Raised with every change; the ETag holds it too.</param>
/// <param name="Change">Whether it is new, changed, or told as it was.</param>
public sealed record OrderStored(string Number, int Version, IntakeKind Change);
