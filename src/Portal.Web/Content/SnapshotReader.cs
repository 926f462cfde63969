using System.Security.Cryptography;
using Microsoft.Extensions.Localization;
using NodaTime;
using Portal.Knowledge.Articles;
using Portal.Returns.Policies;
using Portal.Web.Resources;

namespace Portal.Web.Content;

/// <summary>What reading a content folder gave: a snapshot, or the errors that stood in the way.</summary>
public sealed record SnapshotReading(Snapshot? Snapshot, IReadOnlyList<Finding> Findings);

/// <summary>Reads a content folder into a snapshot.</summary>
public sealed class SnapshotReader(IStringLocalizer<Ui> strings, TimeProvider clock, PortalFolders folders)
{
    /// <summary>Reads everything below <paramref name="root"/>. Errors leave <see cref="SnapshotReading.Snapshot"/> null; warnings do not.</summary>
    public SnapshotReading Read(string root)
    {
        try
        {
            return ReadAll(root);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed(new Finding(Severity.Error, "unreadable", root, 1, 1, $"the content cannot be read: {fault.Message}", null));
        }
    }

    /// <summary>How the library is to be read for a site.</summary>
    public static LibraryOptions Options(string root, SiteSettings site) => new(
        root,
        site.Locales.Select(locale => locale.Code).ToList(),
        site.DefaultLocale.Code,
        Addresses.Article) { Markets = [.. site.Markets.Keys] };

    /// <summary>The values that articles may quote.</summary>
    public PolicyValueTexts Values(PolicyBook policies, SiteSettings site) =>
        new(policies, site, strings, LocalDate.FromDateTime(clock.GetUtcNow().UtcDateTime));

    /// <summary>Every policy document below <paramref name="root"/>, or null with the errors.</summary>
    public static (PolicyBook? Policies, IReadOnlyList<Finding> Findings) ReadPolicies(string root)
    {
        var files = PolicyFiles.Below(root);
        if (files.Count == 0)
        {
            return (null, [new Finding(Severity.Error, "policy", Path.Combine(root, PolicyFiles.Folder), 1, 1, "there is no policy", "write policies/returns.yaml")]);
        }

        var (documents, findings) = PolicyFiles.Read(files);
        return documents is null ? (null, findings) : (new PolicyBook(documents.Select(document => document.Policy)), findings);
    }

    private SnapshotReading ReadAll(string root)
    {
        var siteFile = Path.Combine(root, "site.yaml");
        if (!File.Exists(siteFile))
        {
            return Failed(new Finding(Severity.Error, "site", siteFile, 1, 1, "there is no site.yaml", "point Content:Root at a content folder"));
        }

        var (site, findings) = SiteReader.Read(siteFile, File.ReadAllText(siteFile));
        var (policies, policyFindings) = ReadPolicies(root);
        if (site is null || policies is null)
        {
            return Failed([.. findings, .. policyFindings]);
        }

        var today = LocalDate.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var values = new PolicyValueTexts(policies, site, strings, today);
        var library = LibraryReader.Read(Options(root, site) with { IsPreview = folders.IsPreview }, values, today.ToDateOnly());
        return library.Library is null
            ? Failed([.. library.Findings])
            : new SnapshotReading(
                new Snapshot(site, policies, library.Library, Hash(root), Path.Combine(root, "media")) { ValidUntil = ValidUntil(policies, library.Library, today) },
                library.Findings);
    }

    // The next day on which a policy comes into force or an article is published, as the days of this reading are counted.
    private static Instant? ValidUntil(PolicyBook policies, Library library, LocalDate today)
    {
        var days = policies.Policies.Select(policy => policy.From).Where(day => day > today).ToList();
        if (library.NextChange is { } next)
        {
            days.Add(LocalDate.FromDateOnly(next));
        }

        return days.Count == 0 ? null : days.Min().AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
    }

    private static SnapshotReading Failed(params IReadOnlyList<Finding> findings) => new(null, findings);

    private static string Hash(string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in ContentFiles.Below(root))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(root, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
