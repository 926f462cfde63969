namespace Portal.StripeEmulator;

/// <summary>What goes wrong with one call.</summary>
public enum CallFault
{
    None,

    /// <summary>Nothing happens, and the connection hangs until the caller gives up.</summary>
    TimeoutBefore,

    /// <summary>It happens, and the connection hangs until the caller gives up.</summary>
    TimeoutAfter,

    /// <summary>The connection hangs, and it happens only at the next advance, when the caller has long given up; until then its key is in use.</summary>
    TimeoutLate,

    /// <summary>Nothing happens, and the connection is reset.</summary>
    ResetBefore,

    /// <summary>It happens, and the connection is reset.</summary>
    ResetAfter,

    /// <summary>409 <c>lock_timeout</c>: somebody else holds the payment. Nothing happens, nothing is kept under the key.</summary>
    Conflict,

    /// <summary>429 with <c>Retry-After</c>. Nothing happens, nothing is kept under the key.</summary>
    RateLimit,

    /// <summary>500 without effect, kept under the key.</summary>
    ErrorBefore,

    /// <summary>500 although it happened, kept under the key.</summary>
    ErrorAfter,

    /// <summary>503 from in front of the endpoint. Nothing happens, nothing is kept under the key.</summary>
    Unavailable,

    /// <summary>400 <c>balance_insufficient</c>, kept under the key.</summary>
    BalanceInsufficient,
}

/// <summary>What becomes of one refund. "Later" is at the next advance.</summary>
public enum RefundFate
{
    Succeed,
    PendThenSucceed,
    PendThenFail,
    SucceedThenFail,
    RequireActionThenSucceed,
    RequireActionThenFail,

    /// <summary>Pending for want of balance (<c>insufficient_funds</c>), succeeds later.</summary>
    ShortThenSucceed,
    PendThenCancel,
    FailAtOnce,
}

/// <summary>What goes wrong with the delivery of one event.</summary>
public enum WebhookFault
{
    None,
    Duplicate,

    /// <summary>Not before the next advance.</summary>
    Delay,

    /// <summary>Before the event that should have gone first.</summary>
    Reorder,
    Drop,
}

/// <summary>What happens to the next call of a route.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Fate">What becomes of the refund that it makes.</param>
/// <param name="FailureReason">Stripe's <c>failure_reason</c>, if that is to fail.</param>
/// <param name="On">Method and beginning of the path: <c>POST /v1/refunds</c>.</param>
public sealed record PlannedCall(CallFault Fault = CallFault.None, RefundFate Fate = RefundFate.Succeed, string? FailureReason = null, string On = "POST /v1/refunds");

/// <summary>How probable faults are, from 0 to 1; what is not named does not happen. The rest goes well.</summary>
public sealed record FaultMix
{
    /// <summary>For calls that make a refund.</summary>
    public IReadOnlyDictionary<CallFault, double> Calls { get; init; } = new Dictionary<CallFault, double>();

    /// <summary>For calls that read; those with an effect of their own make no sense here.</summary>
    public IReadOnlyDictionary<CallFault, double> Reads { get; init; } = new Dictionary<CallFault, double>();

    public IReadOnlyDictionary<RefundFate, double> Fates { get; init; } = new Dictionary<RefundFate, double>();

    public IReadOnlyDictionary<WebhookFault, double> Webhooks { get; init; } = new Dictionary<WebhookFault, double>();

    /// <summary>Seeds the dice anew.</summary>
    public int? Seed { get; init; }
}

/// <summary>Deals faults: those that a test has planned first, else by the mix. Counts what it has dealt. Not safe by itself; the emulator's lock guards it.</summary>
internal sealed class FaultDealer(int seed)
{
    private static readonly string[] Reasons = ["lost_or_stolen_card", "expired_or_canceled_card", "declined", "unknown"];

    private readonly List<PlannedCall> _planned = [];
    private FaultMix _mix = new();
    private Random _dice = new(seed);
    private PlannedCall? _taken;

    public SortedDictionary<string, int> Dealt { get; } = new(StringComparer.Ordinal);

    public void Plan(IEnumerable<PlannedCall> calls) => _planned.AddRange(calls);

    public void Mix(FaultMix mix) => (_mix, _dice) = (mix, mix.Seed is { } fresh ? new Random(fresh) : _dice);

    /// <summary>What happens to a call, such as <c>POST /v1/refunds</c>.</summary>
    public PlannedCall Next(string call)
    {
        var index = _planned.FindIndex(planned => call.StartsWith(planned.On, StringComparison.Ordinal));
        if (index >= 0)
        {
            var planned = _planned[index];
            _planned.RemoveAt(index);
            return _taken = planned;
        }

        _taken = null;
        return call.StartsWith("POST /v1/refunds", StringComparison.Ordinal)
            ? new PlannedCall(Roll(_mix.Calls, CallFault.None), Roll(_mix.Fates, RefundFate.Succeed), Reasons[_dice.Next(Reasons.Length)])
            : call.StartsWith("GET ", StringComparison.Ordinal) ? new PlannedCall(Roll(_mix.Reads, CallFault.None)) : new PlannedCall();
    }

    /// <summary>What a test has planned for a call that does something is not used up by one that only hears its first answer again.</summary>
    public void PutBack(PlannedCall call)
    {
        if (ReferenceEquals(call, _taken) && call.Fault is (CallFault.None or CallFault.ErrorBefore or CallFault.ErrorAfter or CallFault.BalanceInsufficient or CallFault.TimeoutLate))
        {
            _planned.Insert(0, call);
        }
    }

    public WebhookFault NextWebhook() => Count(Roll(_mix.Webhooks, WebhookFault.None), WebhookFault.None);

    public T Count<T>(T dealt, T harmless)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(dealt, harmless))
        {
            var name = $"{typeof(T).Name}.{dealt}";
            Dealt[name] = Dealt.GetValueOrDefault(name) + 1;
        }

        return dealt;
    }

    private T Roll<T>(IReadOnlyDictionary<T, double> odds, T otherwise)
        where T : struct, Enum
    {
        var left = odds.Count == 0 ? 1 : _dice.NextDouble();
        foreach (var (outcome, probability) in odds.OrderBy(pair => pair.Key))
        {
            if ((left -= probability) < 0)
            {
                return outcome;
            }
        }

        return otherwise;
    }
}
