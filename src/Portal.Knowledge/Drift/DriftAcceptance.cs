using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Drift;

/// <summary>Marks translations as made from what their originals say now.</summary>
public static class DriftAcceptance
{
    private const string Source = "source:";
    private const string Accepted = "accepted:";
    private const string Fence = "---";

    /// <summary>Writes the hashes of the original, and the reason, into the front matter of translations. Nothing else in the files changes.</summary>
    /// <param name="options">Where and what to read.</param>
    /// <param name="values">The policy values that articles quote.</param>
    /// <param name="today">The day that is kept with the reason.</param>
    /// <param name="isMeant">Which articles, by key and locale.</param>
    /// <param name="reason">Why the translation still holds; null when it was just made.</param>
    /// <returns>The files that were written.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Accept(LibraryOptions options, IPolicyValues values, DateOnly today, Func<string, string, bool> isMeant, string? reason)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var content = Content.Read(options, values, today);
        List<string> written = [];
        foreach (var entry in DriftReport.Of(content).Where(entry => entry.State is DriftState.Behind or DriftState.Unrecorded && isMeant(entry.Key, entry.Locale)))
        {
            var file = content.Find(entry.Locale, entry.Key)!.File.Shown;
            var hashes = SectionHash.Of(content.Find(options.DefaultLocale, entry.Key)!);
            File.WriteAllText(file, Rewrite(File.ReadAllText(file), hashes, reason is null ? null : FormattableString.Invariant($"{today:yyyy-MM-dd} {reason}")));
            written.Add(file);
        }

        return written;
    }

    private static string Rewrite(string text, IReadOnlyList<SectionHash> hashes, string? reason)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = text.Split(end).ToList();
        var close = lines.FindIndex(1, line => string.Equals(line.TrimEnd(), Fence, StringComparison.Ordinal));
        Remove(Source);
        if (reason is not null)
        {
            Remove(Accepted);
            lines.Insert(close++, $"{Accepted} \"{reason.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }

        lines.InsertRange(close, hashes.Select(hash => $"  - {hash}").Prepend(Source));
        return string.Join(end, lines);

        void Remove(string key)
        {
            var at = lines.FindIndex(0, close, line => line.StartsWith(key, StringComparison.Ordinal));
            if (at < 0)
            {
                return;
            }

            // Its items are what is indented below it, or a hyphen at the margin.
            var next = lines.FindIndex(at + 1, line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '-' || line.StartsWith(Fence, StringComparison.Ordinal));
            lines.RemoveRange(at, next - at);
            close -= next - at;
        }
    }
}
