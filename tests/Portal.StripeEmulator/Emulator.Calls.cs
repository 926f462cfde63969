using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.StripeEmulator;

/// <summary>What the API does when it is called.</summary>
public sealed partial class Emulator
{
    /// <summary>How a call ends: an answer, a connection that hangs, or one that is reset.</summary>
    internal enum Ending
    {
        Answer,
        Hang,
        Reset,
    }

    internal sealed record Outcome(Ending Ending, StoredAnswer? Answer = null);

    /// <summary>A call that changes something, with its idempotency key.</summary>
    internal Outcome Post(string path, IReadOnlyDictionary<string, string> form, string? key)
    {
        lock (_gate)
        {
            _calls++;
            _refundCalls += path == "/v1/refunds" ? 1 : 0;
            var call = _faults.Next($"POST {path}");
            if (BeforeTheCall(call.Fault) is { } outcome)
            {
                return outcome;
            }

            try
            {
                if (_keys.Begin(key, Fingerprint(path, form)) is not { } kept)
                {
                    return Execute(path, form, key, call);
                }

                _faults.PutBack(call);
                return Ended(call.Fault, kept);
            }
            catch (StripeProblem problem)
            {
                return new Outcome(Ending.Answer, problem.Answer);
            }
        }
    }

    /// <summary>A call that only reads.</summary>
    internal Outcome Get(string path, Func<JsonObject> read)
    {
        lock (_gate)
        {
            _calls++;
            var fault = _faults.Next($"GET {path}").Fault;
            if (BeforeTheCall(fault) is { } outcome)
            {
                return outcome;
            }

            try
            {
                return Ended(fault, fault is CallFault.ErrorBefore or CallFault.ErrorAfter ? Dealt(fault, StripeProblem.Broken().Answer) : new StoredAnswer(200, read().ToJsonString()));
            }
            catch (StripeProblem problem)
            {
                return new Outcome(Ending.Answer, problem.Answer);
            }
        }
    }

    private Outcome Execute(string path, IReadOnlyDictionary<string, string> form, string? key, PlannedCall call)
    {
        if (call.Fault == CallFault.TimeoutLate)
        {
            _faults.Count(call.Fault, CallFault.None);
            _late.Add(() => _keys.Keep(key, Try(path, form, call)));
            return new Outcome(Ending.Hang);
        }

        StoredAnswer answer;
        try
        {
            answer = call.Fault switch
            {
                CallFault.ErrorBefore => Dealt(call.Fault, StripeProblem.Broken().Answer),
                CallFault.BalanceInsufficient => Dealt(call.Fault, StripeProblem.Invalid("Insufficient funds in Stripe account.", "balance_insufficient").Answer),
                _ => new StoredAnswer(200, Change(path, form, call).ToJsonString()),
            };
        }
        catch (StripeProblem problem)
        {
            if (problem.IsKept)
            {
                _keys.Keep(key, problem.Answer);
            }
            else
            {
                _keys.Release(key);
            }

            return Ended(call.Fault, problem.Answer);
        }

        answer = call.Fault == CallFault.ErrorAfter ? Dealt(call.Fault, StripeProblem.Broken().Answer) : answer;
        _keys.Keep(key, answer);
        return Ended(call.Fault, answer);
    }

    private StoredAnswer Try(string path, IReadOnlyDictionary<string, string> form, PlannedCall call)
    {
        try
        {
            return new StoredAnswer(200, Change(path, form, call).ToJsonString());
        }
        catch (StripeProblem problem)
        {
            return problem.Answer;
        }
    }

    private Outcome? BeforeTheCall(CallFault fault) => fault switch
    {
        CallFault.TimeoutBefore => new Outcome(Dealt(fault, Ending.Hang)),
        CallFault.ResetBefore => new Outcome(Dealt(fault, Ending.Reset)),
        CallFault.Conflict => new Outcome(Ending.Answer, Dealt(fault, StripeProblem.Locked().Answer)),
        CallFault.RateLimit => new Outcome(Ending.Answer, Dealt(fault, StripeProblem.TooMany().Answer)),
        CallFault.Unavailable => new Outcome(Ending.Answer, Dealt(fault, StripeProblem.Unavailable().Answer)),
        _ => null,
    };

    private Outcome Ended(CallFault fault, StoredAnswer answer) => fault switch
    {
        CallFault.TimeoutAfter => new Outcome(Dealt(fault, Ending.Hang)),
        CallFault.ResetAfter => new Outcome(Dealt(fault, Ending.Reset)),
        _ => new Outcome(Ending.Answer, answer),
    };

    private T Dealt<T>(CallFault fault, T result)
    {
        _faults.Count(fault, CallFault.None);
        return result;
    }

    private JsonObject Change(string path, IReadOnlyDictionary<string, string> form, PlannedCall call) => path switch
    {
        "/v1/refunds" => Shapes.Refund(Refund(form, call)),
        "/v1/payment_intents" => Shapes.Intent(AddPayment(
            Amount(form) ?? throw StripeProblem.Unreadable("Missing required param: amount.", "parameter_missing", "amount"),
            form.GetValueOrDefault("currency") ?? throw StripeProblem.Unreadable("Missing required param: currency.", "parameter_missing", "currency"),
            "card",
            form.GetValueOrDefault("confirm") == "true",
            Metadata(form))),
        _ => throw new StripeProblem(404, "invalid_request_error", $"Unrecognized request URL (POST: {path}).", isKept: false),
    };

    private EmulatedRefund Refund(IReadOnlyDictionary<string, string> form, PlannedCall call) => AddRefund(
        form.GetValueOrDefault("payment_intent") ?? form.GetValueOrDefault("charge")
            ?? throw StripeProblem.Unreadable("One of the following params should be provided for this request: payment_intent or charge.", "parameter_missing", null),
        Amount(form),
        Metadata(form),
        call);

    private EmulatedRefund AddRefund(string reference, long? asked, Dictionary<string, string> metadata, PlannedCall call)
    {
        var payment = Find(reference, reference.StartsWith("ch_", StringComparison.Ordinal) ? "charge" : "payment_intent");
        if (payment.Charge is null)
        {
            throw StripeProblem.Invalid($"This PaymentIntent ({payment.Intent}) does not have a successful charge to refund.", param: "payment_intent");
        }

        var left = payment.Amount - payment.Refunded;
        var amount = asked ?? left;
        if (payment.Disputes.Exists(dispute => dispute.Blocks))
        {
            throw StripeProblem.Invalid($"Charge {payment.Charge} has been charged back; cannot issue a refund.", "charge_disputed");
        }

        if (left == 0)
        {
            throw StripeProblem.Invalid($"Charge {payment.Charge} has already been refunded.", "charge_already_refunded");
        }

        StripeAmounts.Check(amount, payment.Currency);
        if (amount > left)
        {
            throw StripeProblem.Invalid($"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", param: "amount");
        }

        var refund = new EmulatedRefund
        {
            Id = NewId("re"), Intent = payment.Intent, Charge = payment.Charge, Amount = amount, Currency = payment.Currency, Created = Now, Metadata = metadata,
        };
        Begin(refund, _faults.Count(call.Fate, RefundFate.Succeed), call.FailureReason ?? "unknown");
        payment.Refunds.Add(refund);
        _refunds.Add(refund);
        _refundById.Add(refund.Id, refund);
        Emit("refund.created", Shapes.Refund(refund));
        Emit("charge.refunded", Shapes.Charge(payment));
        return refund;
    }

    private static void Begin(EmulatedRefund refund, RefundFate fate, string reason)
    {
        void Become(string status, string? why = null) => (refund.Status, refund.PendingReason, refund.FailureReason) = (status, null, why);

        // The bank's reference arrives days after the success.
        void Succeed()
        {
            Become("succeeded");
            refund.Later.Enqueue(() => refund.BankReference = "7498" + refund.Id[5..18]);
        }

        void Fail() => Become("failed", reason);

        void Pend(string pendingReason)
        {
            Become("pending");
            refund.PendingReason = pendingReason;
        }

        switch (fate)
        {
            case RefundFate.PendThenSucceed:
                Pend("processing");
                refund.Later.Enqueue(Succeed);
                break;
            case RefundFate.PendThenFail:
                Pend("processing");
                refund.Later.Enqueue(Fail);
                break;
            case RefundFate.SucceedThenFail:
                Become("succeeded");
                refund.Later.Enqueue(Fail);
                break;
            case RefundFate.RequireActionThenSucceed:
                Become("requires_action");
                refund.Later.Enqueue(() => Pend("processing"));
                refund.Later.Enqueue(Succeed);
                break;
            case RefundFate.RequireActionThenFail:
                Become("requires_action");
                refund.Later.Enqueue(Fail);
                break;
            case RefundFate.ShortThenSucceed:
                Pend("insufficient_funds");
                refund.Later.Enqueue(Succeed);
                break;
            case RefundFate.PendThenCancel:
                Pend("processing");
                refund.Later.Enqueue(() => Become("canceled"));
                break;
            case RefundFate.FailAtOnce:
                Fail();
                break;
            default:
                Succeed();
                break;
        }
    }

    private static long? Amount(IReadOnlyDictionary<string, string> form) => !form.TryGetValue("amount", out var text)
        ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw StripeProblem.Unreadable($"Invalid integer: {text}", "parameter_invalid_integer", "amount");

    private static Dictionary<string, string> Metadata(IReadOnlyDictionary<string, string> form) => form
        .Where(pair => pair.Key.StartsWith("metadata[", StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key[9..^1], pair => pair.Value);

    private static string Fingerprint(string path, IReadOnlyDictionary<string, string> form) =>
        path + '\n' + string.Join('\n', form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}
