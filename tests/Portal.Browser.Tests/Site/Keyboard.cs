using Microsoft.Playwright;

namespace Portal.Browser.Tests.Site;

/// <summary>A person who has a keyboard and nothing else.</summary>
public sealed class Keyboard(IPage page)
{
    private const int MaxSteps = 60;

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public Task Type(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Presses Tab until something has the focus.</summary>
    public async Task Reach(ILocator target)
    {
        ArgumentNullException.ThrowIfNull(target);
        for (var step = 0; step < MaxSteps; step++)
        {
            if (await HasFocus(target))
            {
                return;
            }

            await Press("Tab");
        }

        Assert.Fail($"{target} cannot be reached with {MaxSteps} presses of the Tab key.");
    }

    /// <summary>Reaches a link or a button and presses it.</summary>
    public async Task Use(ILocator target)
    {
        await Reach(target);
        await Press("Enter");
    }

    /// <summary>Reaches a field and types into it.</summary>
    public async Task Fill(ILocator field, string text)
    {
        await Reach(field);
        await Type(text);
    }

    /// <summary>Reaches a select field and goes down its list to an entry.</summary>
    public async Task Select(ILocator field, string value)
    {
        await Reach(field);
        for (var step = 0; step < MaxSteps && !string.Equals(await field.InputValueAsync(), value, StringComparison.Ordinal); step++)
        {
            await Press("ArrowDown");
        }
    }

    private static Task<bool> HasFocus(ILocator target) => target.EvaluateAsync<bool>("element => element === document.activeElement");
}
