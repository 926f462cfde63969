using Portal.StripeEmulator;

namespace Portal.Web.Tests.Payments.Stripe;

/// <summary>Travels over real HTTP, and runs out of patience when the emulator lets a call hang: no test waits for a clock, and none fails on a slow machine.</summary>
internal sealed class Impatience(Emulator emulator) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Guid.NewGuid().ToString("N");
        request.Headers.Add(Emulator.CallHeader, call);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answer = base.SendAsync(request, patience.Token);
        if (await Task.WhenAny(answer, emulator.HangOf(call)) != answer)
        {
            await patience.CancelAsync();
        }

        return await answer;
    }
}
