using Portal.Web.Cases;
using Portal.Web.Content;

namespace Portal.Web.Notifications.Letters;

/// <summary>Absolute addresses with keys that open what they lead to.</summary>
public sealed class LetterLinks(SiteUrl site, SignedLinks keys)
{
    public string Home(string locale) => site.Absolute(Addresses.Home(locale));

    public string Case(string locale, ReturnCase opened) => WithKey(Addresses.Case(locale, opened.Rma), keys.Sign(LinkPurpose.Case, opened.Id));

    public string Slip(string locale, ReturnCase opened) => WithKey(Addresses.Case(locale, opened.Rma) + "/slip", keys.Sign(LinkPurpose.Case, opened.Id));

    public string Order(string locale, Guid id, string number) => WithKey(Addresses.Order(locale, number), keys.Sign(LinkPurpose.Order, id));

    private string WithKey(string path, string key) => site.Absolute(Addresses.WithKey(path, key));
}
