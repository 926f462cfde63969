using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.Returns.Decisions;
using Portal.Web.Cases;
using Portal.Web.Content;
using Portal.Web.Orders;
using Portal.Web.Resources;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Portal.Web.Api;

/// <summary>A return that a program asks for.</summary>
public abstract record ReturnAsked
{
    private ReturnAsked()
    {
    }

    /// <summary>It can be judged.</summary>
    public sealed record Sound(ReturnDocument Document, LoadedOrder Order) : ReturnAsked;

    /// <summary>It cannot be judged at all.</summary>
    public sealed record Faulty(ProblemDetails Problem) : ReturnAsked;
}

/// <summary>Opens cases that programs ask for, the same way as the pages do.</summary>
public sealed class ReturnIntake(
    OrderReader orders, Journeys journeys, CaseOpener opener, CaseList cases, ReturnQuotes quotes, ApiCalls calls, Snapshot snapshot, IOptions<HttpJson> options)
{
    /// <summary>Reads what is asked for, and the order it is about.</summary>
    public async Task<ReturnAsked> ReadAsync(JsonElement root, CancellationToken cancellation)
    {
        var faults = new JsonFaults();
        var asked = ReturnDocumentReader.ReadReturn(root, faults);
        if (asked.Locale is { } locale && !snapshot.Site.Locales.Any(known => string.Equals(known.Code, locale, StringComparison.Ordinal)))
        {
            faults.Add("$.locale", $"must be one of {string.Join(", ", snapshot.Site.Locales.Select(known => known.Code))}");
        }

        if (faults.Any)
        {
            return new ReturnAsked.Faulty(ApiProblem.Of(faults));
        }

        if (await orders.FindAsync(asked.OrderNumber, cancellation) is not { } order)
        {
            return new ReturnAsked.Faulty(ReturnsApi.NoOrder(asked.OrderNumber));
        }

        ReturnDocumentReader.Check(asked.Lines, order.Order, faults);
        return faults.Any ? new ReturnAsked.Faulty(ApiProblem.Of(faults)) : new ReturnAsked.Sound(asked, order);
    }

    /// <summary>Opens the case of this call, or finds it; or says why it cannot be opened.</summary>
    /// <returns>201 with a <see cref="CaseAnswer"/>, or the status and the problem; as it is stored. The key may have been used for another body at this moment.</returns>
    public async Task<CallFound> OpenAsync(ReturnAsked.Sound read, ApiCall call, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(call);
        var (asked, order) = read;
        CultureInfo.CurrentUICulture = LocaleOf(asked, order.Order).Culture;
        var draft = ApiCalls.DraftOf(call);
        if (Journeys.OpenedFrom(order, draft) is { } earlier)
        {
            return await FoundAsync(call, earlier.Rma, cancellation);
        }

        var journey = journeys.Preview(order, draft, ReturnDocumentReader.Drafts(asked.Lines));
        CallFound.Answered? told = null;
        var outcome = await opener.OpenAsync(journey, asked.PlanHash, Correspondent.Buyer, (opened, refunds) =>
        {
            told = new CallFound.Answered(StatusCodes.Status201Created, Write(CaseAnswer.Of(ListedCase.Of(opened, order.Order, refunds))));
            calls.Add(call, told.Status, told.Answer);
        }, cancellation);
        return outcome switch
        {
            OpenOutcome.Opened { IsNew: true } => told!,
            OpenOutcome.Opened opened => await FoundAsync(call, opened.Rma, cancellation),
            OpenOutcome.StoredBefore => await calls.FindAsync(call, cancellation) ?? throw new InvalidOperationException("A call that was stored is gone."),
            OpenOutcome.UnitsTaken taken => await StoreAsync(call, Conflict("units-taken", "Another case holds one of the pieces.", journey, taken.Rma), cancellation),
            _ => await StoreAsync(call, Changed(journey), cancellation),
        };
    }

    private async Task<CallFound> FoundAsync(ApiCall call, string rma, CancellationToken cancellation) =>
        await calls.StoreAsync(call, StatusCodes.Status201Created, Write(CaseAnswer.Of((await cases.FindAsync(rma, cancellation))!)), cancellation);

    private Task<CallFound> StoreAsync(ApiCall call, ProblemDetails problem, CancellationToken cancellation) =>
        calls.StoreAsync(call, problem.Status!.Value, Write(problem), cancellation);

    private string Write<T>(T answer) => JsonSerializer.Serialize(answer, options.Value.SerializerOptions);

    private ProblemDetails Changed(Journey journey)
    {
        var taken = journey.Lines.FirstOrDefault(line => line.Decision.Reasons.Any(reason => string.Equals(reason.MessageKey, ReasonKey.AlreadyReturned, StringComparison.Ordinal)));
        return taken is not null ? Conflict("units-taken", "Another case holds one of the pieces.", journey, Holder(journey.Order, taken.Line.LineId))
            : !journey.IsGranted ? Conflict("not-granted", "Not every line is granted.", journey)
            : !journey.IsChosen ? Conflict("not-offered", "A line has none of the options that are offered.", journey)
            : Conflict("plan-changed", "What would be paid now is not what was confirmed: ask the shopper again.", journey);
    }

    // With the decisions as they are now, so that the shopper can be asked again without another call.
    private ProblemDetails Conflict(string code, string detail, Journey journey, string? rma = null)
    {
        var problem = ApiProblem.Of(StatusCodes.Status409Conflict, code, detail);
        problem.Title = "Conflict";
        problem.Type = "https://tools.ietf.org/html/rfc9110#section-15.5.10";
        problem.Extensions["quote"] = quotes.Tell(journey);
        if (rma is not null)
        {
            problem.Extensions["rma"] = rma;
        }

        return problem;
    }

    private Locale LocaleOf(ReturnDocument asked, Order order) =>
        snapshot.Site.Locales.FirstOrDefault(known => string.Equals(known.Code, asked.Locale ?? order.Locale, StringComparison.Ordinal)) ?? snapshot.Site.DefaultLocale;

    private static string? Holder(LoadedOrder order, string lineId) =>
        order.Cases.LastOrDefault(@case => @case.Units.Exists(unit => string.Equals(unit.LineId, lineId, StringComparison.Ordinal)))?.Rma;
}
