return await Portal.Web.Commands.PortalCommand.RunAsync(args);

/// <summary>The program; public so that tests can host it.</summary>
public partial class Program;
