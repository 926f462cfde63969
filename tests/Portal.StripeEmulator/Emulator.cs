using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.StripeEmulator;

/// <summary>A Stripe account in memory: payments, refunds, disputes, sessions and events, and the faults that are dealt to callers. Safe under parallel calls.</summary>
public sealed partial class Emulator : IDisposable
{
    /// <summary>The header by which a caller in the same process names a call, to learn that it hangs (<see cref="HangOf"/>).</summary>
    public const string CallHeader = "Emulator-Call";

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _hanging = [];
    private readonly EmulatorOptions _options;
    private readonly FaultDealer _faults;
    private readonly IdempotencyKeys _keys;
    private readonly List<EmulatedPayment> _payments = [];
    private readonly Dictionary<string, EmulatedPayment> _byReference = [];
    private readonly List<EmulatedRefund> _refunds = [];
    private readonly Dictionary<string, EmulatedRefund> _refundById = [];
    private readonly List<EmulatedDispute> _disputes = [];
    private readonly List<EmulatedSession> _sessions = [];
    private readonly List<EmulatedEvent> _events = [];
    private readonly List<Action> _late = [];
    private long _calls;
    private long _refundCalls;
    private long _serial;

    public Emulator(EmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _faults = new FaultDealer(options.Seed);
        _keys = new IdempotencyKeys(options.Clock);
        Webhooks = new Webhooks(options);
    }

    /// <summary>Where events go.</summary>
    public Webhooks Webhooks { get; }

    private long Now => _options.Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Says what happens to the next calls, in order.</summary>
    public void Plan(params IEnumerable<PlannedCall> calls)
    {
        lock (_gate)
        {
            _faults.Plan(calls);
        }
    }

    /// <summary>Says how probable faults are from now on.</summary>
    public void Mix(FaultMix mix)
    {
        ArgumentNullException.ThrowIfNull(mix);
        lock (_gate)
        {
            _faults.Mix(mix);
        }
    }

    /// <summary>A payment that somebody has made.</summary>
    /// <param name="amount">Stripe's minor units.</param>
    /// <param name="currency">ISO 4217.</param>
    /// <param name="means">The kind of means, such as <c>card</c>.</param>
    /// <param name="isPaid">False for an intent that nobody has paid yet.</param>
    public EmulatedPayment Pay(long amount, string currency, string means = "card", bool isPaid = true)
    {
        ArgumentNullException.ThrowIfNull(currency);
        lock (_gate)
        {
            return AddPayment(amount, currency, means, isPaid, []);
        }
    }

    /// <summary>A refund that a person makes in Stripe's dashboard: nothing in it names the portal.</summary>
    public EmulatedRefund RefundInDashboard(string payment, long? amount = null, RefundFate fate = RefundFate.Succeed, IReadOnlyDictionary<string, string>? metadata = null)
    {
        lock (_gate)
        {
            return AddRefund(payment, amount, metadata is null ? [] : new(metadata), new PlannedCall(Fate: fate));
        }
    }

    /// <summary>The same by a person who finds that there is nothing left to refund, or a dispute: then null.</summary>
    public EmulatedRefund? TryRefundInDashboard(string payment, long amount)
    {
        try
        {
            return RefundInDashboard(payment, amount);
        }
        catch (StripeProblem)
        {
            return null;
        }
    }

    /// <summary>Ends when the call of this name hangs: a test gives up then, and need not wait for a clock.</summary>
    public Task HangOf(string call) => _hanging.GetOrAdd(call, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal void Hang(string call) => _hanging.GetOrAdd(call, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Everything that happens "later" goes one step on: refunds, calls that came to nothing in time, deliveries that were put off.</summary>
    /// <returns>True when something moved.</returns>
    public bool Advance()
    {
        lock (_gate)
        {
            var late = _late.ToList();
            _late.Clear();
            late.ForEach(effect => effect());
            var moving = _refunds.Where(refund => refund.Later.Count > 0).ToList();
            foreach (var refund in moving)
            {
                refund.Later.Dequeue()();
                Emit(refund.Status == "failed" ? "refund.failed" : "refund.updated", Shapes.Refund(refund));
            }

            return Webhooks.Advance() | late.Count + moving.Count > 0;
        }
    }

    /// <summary>Advances until nothing is left to happen.</summary>
    public void Settle()
    {
        while (Advance())
        {
            // One step more.
        }
    }

    /// <summary>The shopper's bank disputes a payment.</summary>
    /// <param name="payment">Payment intent or charge.</param>
    /// <param name="isRefundable">True while it is only asked about (<c>warning_needs_response</c>), which a refund may still answer.</param>
    public EmulatedDispute Dispute(string payment, bool isRefundable = false)
    {
        lock (_gate)
        {
            var dispute = new EmulatedDispute
            {
                Id = NewId("du"),
                Payment = Find(payment, "payment_intent"),
                Created = Now,
                IsChargeRefundable = isRefundable,
                Status = isRefundable ? "warning_needs_response" : "needs_response",
            };
            dispute.Payment.Disputes.Add(dispute);
            _disputes.Add(dispute);
            Emit("charge.dispute.created", Shapes.Dispute(dispute));
            return dispute;
        }
    }

    /// <summary>The dispute is decided.</summary>
    public void Close(string dispute, bool isWon)
    {
        lock (_gate)
        {
            var closed = _disputes.Single(known => known.Id == dispute);
            closed.Status = isWon ? closed.Status.StartsWith("warning", StringComparison.Ordinal) ? "warning_closed" : "won" : "lost";
            Emit("charge.dispute.closed", Shapes.Dispute(closed));
        }
    }

    /// <summary>A Checkout session that a shopper has begun.</summary>
    /// <returns>The session's id and that of its payment intent.</returns>
    public (string Session, string Intent) Checkout(SessionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        lock (_gate)
        {
            var goods = plan.Lines.Sum(line => (line.Quantity * line.UnitAmount) - line.Discount + (plan.TaxIncluded ? 0 : line.Tax));
            var payment = AddPayment(goods + plan.Shipping + (plan.TaxIncluded ? 0 : plan.ShippingTax), plan.Currency, plan.Means, isPaid: false, []);
            var session = new EmulatedSession { Id = NewId("cs_test"), Plan = plan, Payment = payment, Created = Now };
            _sessions.Add(session);
            return (session.Id, payment.Intent);
        }
    }

    /// <summary>The shopper finishes the session: paid at once, or by a means that pays later.</summary>
    public void Complete(string session, bool isPaid = true)
    {
        lock (_gate)
        {
            var done = _sessions.Single(known => known.Id == session);
            done.Status = "complete";
            if (isPaid)
            {
                MarkPaid(done);
            }

            Emit("checkout.session.completed", Shapes.Session(done));
        }
    }

    /// <summary>A delayed means has paid, or has not.</summary>
    public void CompleteLater(string session, bool isPaid)
    {
        lock (_gate)
        {
            var done = _sessions.Single(known => known.Id == session);
            if (isPaid)
            {
                MarkPaid(done);
            }

            Emit(isPaid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", Shapes.Session(done));
        }
    }

    /// <summary>An event of any type about any object, as it may come from a part of Stripe that nobody here knows.</summary>
    public void Announce(string type, string id, string kind)
    {
        lock (_gate)
        {
            Emit(type, new JsonObject { ["id"] = id, ["object"] = kind });
        }
    }

    public void Dispose() => Webhooks.Dispose();

    /// <summary>What really happened.</summary>
    public EmulatorReport Report()
    {
        lock (_gate)
        {
            return new EmulatorReport(
                [.. _refunds.Select(refund => new ReportedRefund(refund.Id, refund.Intent, refund.Charge, refund.Amount, refund.Currency, refund.Status, refund.FailureReason, refund.BankReference, refund.Metadata))],
                _payments.Count,
                _disputes.Count,
                _events.Count,
                _calls,
                _refundCalls,
                _keys.Replays,
                _late.Count + _refunds.Count(refund => refund.Later.Count > 0),
                new Dictionary<string, int>(_faults.Dealt),
                Webhooks.Report());
        }
    }

    private static void MarkPaid(EmulatedSession session)
    {
        session.PaymentStatus = session.IsFree ? "no_payment_required" : "paid";
        session.Payment.Charge ??= "ch_" + session.Payment.Intent[3..];
    }

    private EmulatedPayment AddPayment(long amount, string currency, string means, bool isPaid, Dictionary<string, string> metadata)
    {
        var id = NewId("pi");
        var payment = new EmulatedPayment
        {
            Intent = id,
            Charge = isPaid ? "ch_" + id[3..] : null,
            Amount = amount,
            Currency = currency.ToLowerInvariant(),
            Created = Now,
            Means = means,
            Metadata = metadata,
        };
        _payments.Add(payment);
        _byReference[payment.Intent] = _byReference["ch_" + id[3..]] = payment;
        return payment;
    }

    private EmulatedPayment Find(string reference, string param) => _byReference.GetValueOrDefault(reference)
        ?? throw StripeProblem.Missing(reference.StartsWith("ch_", StringComparison.Ordinal) ? "charge" : "payment_intent", reference, param);

    private void Emit(string type, JsonObject about)
    {
        var happened = new EmulatedEvent(NewId("evt"), type, Now, about);
        _events.Add(happened);
        Webhooks.Add(happened, _faults.NextWebhook());
    }

    // Sortable and unguessable enough: ids of one kind are as long as Stripe's.
    private string NewId(string kind) => $"{kind}_{(++_serial).ToString("D10", CultureInfo.InvariantCulture)}{Guid.NewGuid():N}"[..(kind.Length + 25)];
}

/// <summary>A refund as it stands in the books.</summary>
public sealed record ReportedRefund(
    string Id, string PaymentIntent, string Charge, long Amount, string Currency, string Status, string? FailureReason, string? BankReference, IReadOnlyDictionary<string, string> Metadata);

/// <summary>What really happened at the emulator.</summary>
/// <param name="Refunds">Every refund that exists, oldest first.</param>
/// <param name="Payments">Payments.</param>
/// <param name="Disputes">Disputes.</param>
/// <param name="Events">Events that happened.</param>
/// <param name="Calls">Calls of the API.</param>
/// <param name="RefundCalls">Those that asked for a refund.</param>
/// <param name="Replays">Answers given again from under a key.</param>
/// <param name="Waiting">What will still happen at the next advance.</param>
/// <param name="Faults">Faults dealt, by name.</param>
/// <param name="Webhooks">Deliveries.</param>
public sealed record EmulatorReport(
    IReadOnlyList<ReportedRefund> Refunds,
    int Payments,
    int Disputes,
    int Events,
    long Calls,
    long RefundCalls,
    int Replays,
    int Waiting,
    IReadOnlyDictionary<string, int> Faults,
    WebhookReport Webhooks);
