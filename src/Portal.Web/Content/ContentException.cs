namespace Portal.Web.Content;

/// <summary>There is no content to serve: what there is has errors, which the log tells, and no good copy of an earlier run is left.</summary>
public sealed class ContentException() : Exception("The content has errors.");
