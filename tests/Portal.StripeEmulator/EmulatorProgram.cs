namespace Portal.StripeEmulator;

/// <summary>The emulator as a program of its own, so that it outlives the site it is called by.</summary>
internal static class EmulatorProgram
{
    private static async Task<int> Main(string[] args)
    {
        if (EmulatorOptions.Read(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(EmulatorOptions.Usage);
            return 2;
        }

        await using var server = await EmulatorServer.StartAsync(options);
        Console.Out.WriteLine($"Listening on {server.Address}");
        await server.WaitAsync();
        return 0;
    }
}
