namespace Portal.Web;

/// <summary>A setting has a value that cannot be used; the message names it and what it can be.</summary>
public sealed class SettingException(string message) : Exception(message);
