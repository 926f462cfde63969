using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Orders;

namespace Portal.Web.Tests.Orders;

/// <summary>Strangers who try every postcode. The site is its own, since failures count.</summary>
public sealed class GuessingTests(PortalFactory site) : IClassFixture<PortalFactory>
{
    private const int Guesses = 10_000;

    [Fact]
    public async Task Guesses_TenThousandFromOnePlace_AreTenAnswersAndTheShopperGetsInMeanwhile()
    {
        var answers = await GuessAsync("P-1012", _ => "198.51.100.7");
        Assert.Equal(LookupThrottle.FailuresPerOrder, answers.Count(answer => answer is LookupOutcome.NotFound));
        Assert.Equal(Guesses - LookupThrottle.FailuresPerOrder, answers.Count(answer => answer is LookupOutcome.TooMany));
        Assert.Equal(LookupOutcome.Found, await FindAsync("P-1012", "50823", "192.0.2.1"));
    }

    [Fact]
    public async Task Guesses_TenThousandFromEverywhere_AreTwentyAnswersAndTheShopperGetsInAfterAWindow()
    {
        var answers = await GuessAsync("P-1001", guess => $"10.{guess / 256}.{guess % 256}.1");
        Assert.Equal(LookupThrottle.FailuresPerOrderInAll, answers.Count(answer => answer is LookupOutcome.NotFound));
        Assert.Equal(Guesses - LookupThrottle.FailuresPerOrderInAll, answers.Count(answer => answer is LookupOutcome.TooMany));
        site.Clock.AdjustTime(site.Clock.GetUtcNow() + LookupThrottle.Window.ToTimeSpan());
        Assert.Equal(LookupOutcome.Found, await FindAsync("P-1001", "10405", "192.0.2.1"));
    }

    private async Task<IReadOnlyCollection<LookupOutcome>> GuessAsync(string number, Func<int, string> address)
    {
        var answers = new ConcurrentBag<LookupOutcome>();
        await Parallel.ForAsync(0, Guesses, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (guess, _) => answers.Add(await FindAsync(number, $"x{guess:D5}", address(guess))));
        return answers;
    }

    private Task<LookupOutcome> FindAsync(string number, string proof, string address) => site.In(async services =>
        (await services.GetRequiredService<OrderLookup>().FindAsync(number, proof, address)).Outcome);
}
