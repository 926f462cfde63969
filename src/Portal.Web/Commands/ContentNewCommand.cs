using System.CommandLine;
using Portal.Knowledge.Articles;

namespace Portal.Web.Commands;

/// <summary><c>content new</c>: begins an article in every locale.</summary>
internal static class ContentNewCommand
{
    public static Command Create()
    {
        var root = ContentSite.Root();
        var key = new Argument<string>("key") { Description = "category/name, such as returns/how-to-return: the same in every locale." };
        var title = new Option<string?>("--title") { Description = "The title; made from the key unless given." };
        var type = new Option<ArticleType>("--type") { Description = "faq, guide, policy or tutorial.", DefaultValueFactory = _ => ArticleType.Guide };
        var command = new Command("new", "Begins an article: a draft in every locale. Readers find it once 'draft: true' is removed.") { key, root, title, type };
        command.SetWork(root, null, (parsed, options, _, today) =>
            Write(options, parsed.GetValue(key)!, parsed.GetValue(title), parsed.GetValue(type), today));
        return command;
    }

    private static int Write(LibraryOptions options, string key, string? title, ArticleType type, DateOnly today)
    {
        try
        {
            var name = key.Split('/')[^1].Replace('-', ' ');
            var written = ArticleScaffold.Write(options, key, title ?? (name.Length > 0 ? char.ToUpperInvariant(name[0]) + name[1..] : name), type, today);
            foreach (var file in written)
            {
                Console.Out.WriteLine(file);
            }

            if (written.Count == 0)
            {
                Console.Error.WriteLine($"'{key}' is there in every locale already.");
            }

            return written.Count == 0 ? 1 : 0;
        }
        catch (ArgumentException fault)
        {
            Console.Error.WriteLine(fault.Message.Split(" (Parameter")[0]);
            return 1;
        }
    }
}
