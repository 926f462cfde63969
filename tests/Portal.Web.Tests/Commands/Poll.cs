namespace Portal.Web.Tests.Commands;

/// <summary>Waits for another process, which no clock of ours can move.</summary>
internal static class Poll
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Returns as soon as it is so.</summary>
    /// <exception cref="TimeoutException">It was not so in time.</exception>
    public static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan patience, string what)
    {
        using var limit = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(Pause);
        while (!await isSo())
        {
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException fault)
            {
                throw new TimeoutException($"Waited {patience} for {what}.", fault);
            }
        }
    }
}
