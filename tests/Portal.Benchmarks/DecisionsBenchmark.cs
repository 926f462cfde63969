using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Portal.Returns.Decisions;
using Portal.Returns.Policies;

namespace Portal.Benchmarks;

/// <summary>
/// The shipped policy decided by the engine, by hand, and by Microsoft's RulesEngine, in one run. Wanted: within five times of the hand, far ahead of the package.
/// Before anything is timed, all three must agree.
/// </summary>
[MemoryDiagnoser]
public class DecisionsBenchmark
{
    private const int Requests = 500;

    private static readonly DecisionSet Set = DecisionSet.Load(520);

    private static readonly PolicyBook Book = new([Set.Policy]);

    private static readonly ByHand Hand = new(Set.Policy);

    private static readonly ByRulesEngine Package = new();

    private static readonly (OrderFacts Order, ReturnRequest Request)[] Asked = [.. Set.Requests.Take(Requests)];

    internal static Task RunAsync()
    {
        Agree();
        BenchmarkRunner.Run<DecisionsBenchmark>(DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(logOutput: true)).WithWarmupCount(3).WithIterationCount(8)));
        return Task.CompletedTask;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int ByHandWritten()
    {
        var granted = 0;
        foreach (var (order, request) in Asked)
        {
            granted += Hand.Decide(order, request, Set.Now).Verdict == Verdict.Approved ? 1 : 0;
        }

        return granted;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Engine()
    {
        var granted = 0;
        foreach (var (order, request) in Asked)
        {
            granted += ReturnEngine.Decide(Book, order, request, Set.Now).Verdict == Verdict.Approved ? 1 : 0;
        }

        return granted;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int RulesEnginePackage()
    {
        var answered = 0;
        foreach (var (order, request) in Asked)
        {
            answered += Package.Decide(order, request, Set.Now).Count;
        }

        return answered;
    }

    private static void Agree()
    {
        var refused = 0;
        foreach (var (order, request) in Set.Requests)
        {
            var decision = ReturnEngine.Decide(Book, order, request, Set.Now);
            var (byEngine, byHand) = (DecisionJson.Write(order, WithoutTrace(decision), Set.Now), DecisionJson.Write(order, WithoutTrace(Hand.Decide(order, request, Set.Now)), Set.Now));
            if (!string.Equals(byEngine, byHand, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The hand disagrees on {order.Number} {request.LineId}.\n{byEngine}\n{byHand}");
            }

            var asReturn = decision.Kind == RequestKind.Return ? decision : decision.Other!;
            var rules = Package.Decide(order, request, Set.Now);
            if (asReturn.Trace.Where((trace, i) => !string.Equals(trace.RuleId, rules[i], StringComparison.Ordinal)).Any())
            {
                throw new InvalidOperationException($"The package disagrees on {order.Number} {request.LineId}: {string.Join(", ", rules)}.");
            }

            refused += decision.Verdict == Verdict.Refused ? 1 : 0;
        }

        Console.WriteLine(FormattableString.Invariant($"decisions: all three agree on {Set.Requests.Count()} requests, of which {refused} are refused"));
    }

    private static Decision WithoutTrace(Decision decision) => decision with { Trace = [], Other = decision.Other is { } other ? WithoutTrace(other) : null };
}
