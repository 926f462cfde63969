using System.CommandLine;
using NodaTime.Text;
using Portal.Web.Api;
using Portal.Web.Resources;

namespace Portal.Web.Commands;

/// <summary><c>keys new</c>, <c>keys list</c> and <c>keys revoke</c>: with which programs use the API.</summary>
public static class KeysCommand
{
    public static Command Create() => new("keys", "Makes, lists and revokes API keys.") { New(), List(), Revoke() };

    private static Command New()
    {
        var name = new Option<string>("--name") { Description = "What you call it, such as warehouse.", Required = true };
        var command = new Command("new", "Makes a key and prints it: this once, for only its hash is stored.") { name };
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var wanted = TypedText.Clean(parsed.GetValue(name));
            if (wanted.Length is 0 or > ApiKeys.MaxName)
            {
                await Console.Error.WriteLineAsync(FormattableString.Invariant($"A name has 1 to {ApiKeys.MaxName} characters."));
                return 1;
            }

            if (await services.GetRequiredService<ApiKeys>().CreateAsync(wanted, cancellation) is not { } key)
            {
                await Console.Error.WriteLineAsync($"There is a key named '{wanted}' already; revoked ones keep their names.");
                return 1;
            }

            await Console.Error.WriteLineAsync("Keep it safe: it is not shown again.");
            await Console.Out.WriteLineAsync(key);
            return 0;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the keys by name, oldest first.");
        command.SetWork(async (_, services, cancellation) =>
        {
            foreach (var key in await services.GetRequiredService<ApiKeys>().ListAsync(cancellation))
            {
                var until = key.RevokedAt is { } revoked ? $"revoked {InstantPattern.General.Format(revoked)}" : "good";
                await Console.Out.WriteLineAsync($"{key.Name}  made {InstantPattern.General.Format(key.CreatedAt)}  {until}");
            }

            return 0;
        });
        return command;
    }

    private static Command Revoke()
    {
        var name = new Argument<string>("name") { Description = "The key's name, as 'keys list' shows it." };
        var command = new Command("revoke", "Refuses a key from now on.") { name };
        command.SetWork(async (parsed, services, cancellation) =>
        {
            var isRevoked = await services.GetRequiredService<ApiKeys>().RevokeAsync(parsed.GetValue(name)!, cancellation);
            await (isRevoked ? Console.Out : Console.Error).WriteLineAsync(isRevoked ? "Revoked." : "There is no good key of that name.");
            return isRevoked ? 0 : 1;
        });
        return command;
    }
}
