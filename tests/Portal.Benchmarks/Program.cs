using Portal.Benchmarks;

// Ratios within one run; what they mean and how to run them stands in the README.
var all = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
{
    ["cases"] = CasesBenchmark.RunAsync,
    ["decisions"] = DecisionsBenchmark.RunAsync,
    ["library"] = LibraryBenchmark.RunAsync,
    ["orders"] = OrdersBenchmark.RunAsync,
    ["replay"] = ReplayBenchmark.RunAsync,
};
var unknown = args.Where(name => !all.ContainsKey(name)).ToList();
if (unknown.Count > 0)
{
    await Console.Error.WriteLineAsync($"Unknown: {string.Join(", ", unknown)}. There are: {string.Join(", ", all.Keys)}.");
    return 2;
}

foreach (var name in args.Length == 0 ? [.. all.Keys] : args)
{
    await all[name]();
}

return 0;
