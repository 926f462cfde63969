using System.CommandLine;
using Portal.Knowledge.Articles;
using Portal.Returns.Policies;
using Portal.Returns.Policies.Proof;
using Portal.Web.Content;

namespace Portal.Web.Commands;

/// <summary><c>policy check</c>: proof before publishing. Reads policies and reports what is wrong with them, each with its place and an order that shows it.</summary>
internal static class PolicyCheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("file") { Description = "Policies that would be in force together; those of the content folder unless given.", Arity = ArgumentArity.ZeroOrMore };
        var root = new Option<string?>("--root") { Description = "The content folder; Content:Root unless given." };
        var check = new Command("check", "Proves what policies answer in every market, and reports what is wrong with an order that shows it. Exit status 1 when there is an error.") { files, root };
        check.TreatUnmatchedTokensAsErrors = false;
        check.SetAction(parsed =>
        {
            // An argument that may be left out takes words for itself that look like options.
            IReadOnlyList<string> words = [.. (parsed.GetValue(files) ?? []).Where(word => !CommandSite.IsSetting(word))];
            if (parsed.UnmatchedTokens.Where(word => !CommandSite.IsSetting(word)).Concat(words.Where(word => word.StartsWith("--", StringComparison.Ordinal))).FirstOrDefault() is { } stray)
            {
                Console.Error.WriteLine($"'{stray}' is not known here; settings are written --Name:Key=value.");
                return 2;
            }

            var settings = parsed.Tokens.Select(token => token.Value).Where(CommandSite.IsSetting);
            using var app = PortalApp.Build([.. settings, .. parsed.GetValue(root) is { } folder ? [$"--Content:Root={folder}"] : Array.Empty<string>()]);
            return Check(app.Services.GetRequiredService<PortalFolders>().Content, words);
        });
        return check;
    }

    private static int Check(string root, IReadOnlyList<string> given)
    {
        var files = given.Count > 0 ? given : PolicyFiles.Below(root);
        var site = Path.Combine(root, "site.yaml");
        if (files.Append(site).FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            Console.Error.WriteLine($"There is no file {missing}.");
            return 1;
        }

        if (files.Count == 0)
        {
            Console.Error.WriteLine($"There is no policy in {Path.Combine(root, PolicyFiles.Folder)}.");
            return 1;
        }

        try
        {
            var (settings, wrong) = SiteReader.Read(site, File.ReadAllText(site));
            var (documents, errors) = PolicyFiles.Read(files);
            return settings is null || documents is null
                ? Refuse([.. wrong, .. errors])
                : Prove(documents, [.. settings.Markets.Values.Select(market => new ProofMarket(market.Code, market.Currency, market.Zone.Id))]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }
    }

    private static int Refuse(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Console.Out.WriteLine(finding);
        }

        Console.Out.WriteLine($"{findings.Count(finding => finding.Severity == Severity.Error)} errors; nothing was proved");
        return 1;
    }

    private static int Prove(IReadOnlyList<PolicyFile> documents, IReadOnlyList<ProofMarket> markets)
    {
        var book = new PolicyBook(documents.Select(document => document.Policy));
        var errors = 0;
        foreach (var (file, policy) in documents)
        {
            var proof = PolicyCheck.Run(book, policy, file, markets);
            foreach (var finding in proof.Findings)
            {
                Console.Out.WriteLine(finding);
            }

            Console.Out.WriteLine($"{file}: {proof}");
            errors += proof.Count(FindingSeverity.Error);
        }

        return errors > 0 ? 1 : 0;
    }
}
