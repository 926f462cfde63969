using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Markdig;
using Portal.Web.Content;

namespace Portal.Benchmarks;

/// <summary>Loading and indexing 10,000 articles beside a bare loop of Markdig and Lucene.Net over the same files. Wanted: within 1.5 times.</summary>
internal static class LibraryBenchmark
{
    private const int Articles = 10_000;

    private const int Rounds = 3;

    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton(TimeProvider.System)
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton<PortalFolders>().AddSingleton<SnapshotReader>().BuildServiceProvider();

    public static Task RunAsync()
    {
        foreach (var locales in (string[][])[["en"], ["en", "de"]])
        {
            using var set = ContentSet.Write(Articles, locales);
            Measure(set, locales);
        }

        return Task.CompletedTask;
    }

    private static void Measure(ContentSet set, string[] locales)
    {
        var files = locales.SelectMany(set.Articles).ToList();
        List<double> bare = [], ours = [], busy = [];
        var memory = 0d;
        for (var round = 0; round <= Rounds; round++)
        {
            bare.Add(Timed(() => Bare(files)));
            var (before, cpu) = (GC.GetTotalMemory(forceFullCollection: true), Environment.CpuUsage.TotalTime);
            var watch = Stopwatch.GetTimestamp();
            var snapshot = Load(set.Root, locales);
            ours.Add(Stopwatch.GetElapsedTime(watch).TotalSeconds);
            busy.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
            memory = Math.Max(memory, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6);
            snapshot.Library.Dispose();
        }

        var (loop, load) = (Median(bare), Median(ours));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"library: {files.Count:N0} articles in {string.Join(" and ", locales)}: {load:0.00} s, bare loop {loop:0.00} s, ratio {load / loop:0.00} (first {ours[0]:0.00} s beside {bare[0]:0.00} s); {Median(busy) / load:0.0} cores busy, {memory:0} MB held"));
    }

    // What a round has loaded is let go of before the next one is measured.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Snapshot Load(string root, string[] locales)
    {
        var reading = Services.GetRequiredService<SnapshotReader>().Read(root);
        var snapshot = reading.Snapshot ?? throw new InvalidOperationException(string.Join('\n', reading.Findings.Take(10)));
        snapshot.Library.Search.Prepare(locales);
        return snapshot;
    }

    private static void Bare(IEnumerable<string> files)
    {
        using var directory = new RAMDirectory();
        using var analyzer = new StandardAnalyzer(LuceneVersion.LUCENE_48);
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = new BM25Similarity() });
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var document = Markdown.Parse(text);
            _ = document.ToHtml();
            writer.AddDocument([new TextField("title", Path.GetFileNameWithoutExtension(file), Field.Store.YES), new TextField("body", text, Field.Store.NO)]);
        }

        writer.Commit();
    }

    private static double Timed(Action work)
    {
        var watch = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(watch).TotalSeconds;
    }

    // Without the first round, which compiles.
    private static double Median(List<double> rounds) => rounds.Skip(1).Order().ElementAt((rounds.Count - 1) / 2);
}
