using System.Globalization;
using System.Resources;
using Portal.Web.Resources;

namespace Portal.Browser.Tests.Site;

/// <summary>What the portal says in a locale, so that one journey reads every language.</summary>
public sealed class Words(string locale)
{
    private static readonly ResourceManager Texts = new(typeof(Ui));

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(locale);

    public string Locale => locale;

    /// <summary>The text of a key, with its arguments filled in.</summary>
    public string this[string key, params object[] arguments] =>
        arguments.Length == 0 ? Text(key) : string.Format(_culture, Text(key), arguments);

    /// <summary>What stands before a text's first argument.</summary>
    public string Before(string key) => Text(key).Split('{')[0];

    private string Text(string key) =>
        Texts.GetString(key, _culture) ?? throw new KeyNotFoundException($"The portal has no text {key}.");
}
