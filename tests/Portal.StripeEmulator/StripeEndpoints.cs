namespace Portal.StripeEmulator;

/// <summary>Stripe's API over HTTP, as far as it is emulated.</summary>
internal static class StripeEndpoints
{
    public static void MapStripe(this IEndpointRouteBuilder routes, Emulator emulator)
    {
        var api = routes.MapGroup("/v1");
        api.MapPost("/{**path}", async (HttpContext context) =>
        {
            var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
            var values = form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
            var key = context.Request.Headers["Idempotency-Key"].ToString();
            await EndAsync(emulator, context, IsKnown(context) ? emulator.Post(context.Request.Path, values, key.Length == 0 ? null : key) : Unauthorized());
        });
        Read(api, emulator, "/payment_intents", (_, query, _) => emulator.ListIntents(query));
        Read(api, emulator, "/payment_intents/{id}", (id, _, expand) => emulator.ReadIntent(id, expand));
        Read(api, emulator, "/charges", (_, query, _) => emulator.ListCharges(query));
        Read(api, emulator, "/charges/{id}", (id, _, _) => emulator.ReadCharge(id));
        Read(api, emulator, "/refunds", (_, query, _) => emulator.ListRefunds(query));
        Read(api, emulator, "/refunds/{id}", (id, _, _) => emulator.ReadRefund(id));
        Read(api, emulator, "/disputes", (_, query, _) => emulator.ListDisputes(query));
        Read(api, emulator, "/disputes/{id}", (id, _, _) => emulator.ReadDispute(id));
        Read(api, emulator, "/checkout/sessions", (_, query, expand) => emulator.ListSessions(query, expand));
        Read(api, emulator, "/checkout/sessions/{id}", (id, _, expand) => emulator.ReadSession(id, expand));
        Read(api, emulator, "/checkout/sessions/{id}/line_items", (id, query, expand) => emulator.ListLines(id, query, expand));
        Read(api, emulator, "/events", (_, query, _) => emulator.ListEvents(query));
        Read(api, emulator, "/events/{id}", (id, _, _) => emulator.ReadEvent(id));
    }

    private static void Read(
        RouteGroupBuilder api, Emulator emulator, string route, Func<string, IReadOnlyDictionary<string, string>, IReadOnlySet<string>, System.Text.Json.Nodes.JsonObject> read) =>
        api.MapGet(route, (HttpContext context) =>
        {
            var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
            var expand = context.Request.Query.Where(pair => pair.Key.StartsWith("expand[", StringComparison.Ordinal)).SelectMany(pair => pair.Value).OfType<string>().ToHashSet();
            var id = context.Request.RouteValues["id"] as string ?? "";
            return EndAsync(emulator, context, IsKnown(context) ? emulator.Get(context.Request.Path, () => read(id, query, expand)) : Unauthorized());
        });

    // A secret key of test mode; its value does not matter.
    private static bool IsKnown(HttpContext context) => context.Request.Headers.Authorization.ToString().StartsWith("Bearer sk_test_", StringComparison.Ordinal);

    private static Emulator.Outcome Unauthorized() => new(Emulator.Ending.Answer, StripeProblem.Unauthorized().Answer);

    private static async Task EndAsync(Emulator emulator, HttpContext context, Emulator.Outcome outcome)
    {
        if (outcome.Ending == Emulator.Ending.Hang)
        {
            emulator.Hang(context.Request.Headers[Emulator.CallHeader].ToString());
            await HangAsync(context.RequestAborted);
        }

        if (outcome.Answer is not { } answer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["Request-Id"] = $"req_{Guid.NewGuid():N}"[..18];
        if (answer.IsReplayed)
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
        }

        if (answer.Status == StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    private static async Task HangAsync(CancellationToken gone)
    {
        var ended = new TaskCompletionSource();
        await using var registration = gone.Register(ended.SetResult);
        await ended.Task;
    }
}
