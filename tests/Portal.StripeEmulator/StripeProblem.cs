using System.Text.Json.Nodes;

namespace Portal.StripeEmulator;

/// <summary>An answer in Stripe's shape that is not a success.</summary>
internal sealed class StripeProblem(int status, string type, string message, string? code = null, string? param = null, bool isKept = true) : Exception(message)
{
    /// <summary>True when the endpoint had begun, so that the answer is kept under the idempotency key.</summary>
    public bool IsKept => isKept;

    public StoredAnswer Answer
    {
        get
        {
            var error = new JsonObject { ["message"] = Message, ["type"] = type };
            if (code is not null)
            {
                error["code"] = code;
                error["doc_url"] = $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}";
            }

            if (param is not null)
            {
                error["param"] = param;
            }

            return new StoredAnswer(status, new JsonObject { ["error"] = error }.ToJsonString());
        }
    }

    public static StripeProblem Invalid(string message, string? code = null, string? param = null) => new(400, "invalid_request_error", message, code, param);

    public static StripeProblem Unreadable(string message, string? code, string? param) => new(400, "invalid_request_error", message, code, param, isKept: false);

    public static StripeProblem Missing(string what, string id, string param) => new(404, "invalid_request_error", $"No such {what}: '{id}'", "resource_missing", param);

    public static StripeProblem Broken() => new(500, "api_error", "An unknown error occurred.");

    public static StripeProblem Unavailable() => new(503, "api_error", "Service unavailable.", isKept: false);

    public static StripeProblem Locked() => new(
        409, "invalid_request_error", "This object cannot be accessed right now because another API request or Stripe process is currently accessing it.", "lock_timeout", isKept: false);

    public static StripeProblem KeyInUse() => new(
        409, "idempotency_error", "There is currently another in-progress request using this idempotency key.", "idempotency_key_in_use", isKept: false);

    public static StripeProblem KeyReused() => new(
        400, "idempotency_error", "Keys for idempotent requests can only be used with the same parameters they were first used with.", isKept: false);

    public static StripeProblem TooMany() => new(429, "invalid_request_error", "Request rate limit exceeded.", "rate_limit", isKept: false);

    public static StripeProblem Unauthorized() => new(401, "invalid_request_error", "Invalid API Key provided.", isKept: false);
}

/// <summary>Status and body as they are kept under an idempotency key.</summary>
internal sealed record StoredAnswer(int Status, string Body, bool IsReplayed = false);
