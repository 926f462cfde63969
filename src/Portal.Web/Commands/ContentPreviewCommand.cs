using System.CommandLine;
using NodaTime;
using Portal.Web.Cases;
using Portal.Web.Content;

namespace Portal.Web.Commands;

/// <summary><c>content preview</c>: a signed link to an article that readers do not find yet.</summary>
internal static class ContentPreviewCommand
{
    private const int MostDays = 365;

    public static Command Create()
    {
        var key = new Argument<string>("key") { Description = "category/name, such as returns/how-to-return." };
        var locale = new Option<string?>("--locale") { Description = "The locale of the page; the default locale unless given." };
        var days = new Option<int>("--days") { Description = "How long the link opens it.", DefaultValueFactory = _ => 7 };
        var command = new Command("preview", "Prints a signed link by which a draft, or an article of a later day, can be read before it is published.") { key, locale, days };
        command.SetWork((parsed, services, _) => Task.FromResult(Print(services, parsed.GetValue(key)!, parsed.GetValue(locale), parsed.GetValue(days))));
        return command;
    }

    private static int Print(IServiceProvider services, string key, string? locale, int days)
    {
        var snapshot = services.GetRequiredService<Snapshot>();
        if (days is < 1 or > MostDays)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"--days is from 1 to {MostDays}."));
            return 1;
        }

        if (snapshot.Library.FindHeld(locale ?? snapshot.Site.DefaultLocale.Code, key) is not { } article)
        {
            Console.Error.WriteLine($"No draft and no article of a later day is named '{key}'. Names are category/name; what is published needs no link.");
            return 1;
        }

        var signed = services.GetRequiredService<SignedLinks>().Sign(LinkPurpose.Article, article.Key, Duration.FromDays(days));
        Console.Out.WriteLine(services.GetRequiredService<SiteUrl>().Absolute(Addresses.WithKey(article.Url, signed)));
        return 0;
    }
}
