using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Portal.Knowledge.Articles;
using Portal.Returns.Policies;
using Portal.Web.Resources;

namespace Portal.Web.Content;

/// <summary>What the policy says, as words for articles. Articles quote the policy in force today.</summary>
public sealed class PolicyValueTexts : IPolicyValues
{
    private readonly PolicyBook _policies;
    private readonly SiteSettings _site;
    private readonly Texts _texts;
    private readonly LocalDate _today;

    public PolicyValueTexts(PolicyBook policies, SiteSettings site, IStringLocalizer<Ui> strings, LocalDate today)
    {
        (_policies, _site, _texts, _today) = (policies, site, new Texts(strings), today);
        Names = site.Markets.Keys
            .Select(market => policies.InForce(market, today))
            .OfType<Policy>()
            .Distinct()
            .SelectMany(PolicyValues.Names)
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }

    public IReadOnlyCollection<string> Names { get; }

    /// <summary>One text when every market says the same or one is asked for; else one per market, for instance <c>$25.00 (United States), €20.00 (Germany)</c>.</summary>
    public string? Find(string name, string locale, string? market)
    {
        var markets = market is null ? _site.Markets.Keys : _site.Markets.Keys.Where(code => string.Equals(code, market, StringComparison.Ordinal));
        var previous = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(locale);
            var texts = markets
                .Select(code => (Market: code, Text: _policies.InForce(code, _today) is { } policy && PolicyValues.Find(policy, name, code) is { } value ? Text(value) : null))
                .Where(found => found.Text is not null)
                .GroupBy(found => found.Text!, found => _texts.Market(found.Market), StringComparer.Ordinal)
                .ToList();
            return texts.Count switch
            {
                0 => null,
                1 => texts[0].Key,
                _ => string.Join(_texts["List.Separator"], texts.Select(group => _texts["PolicyValue.InMarkets", group.Key, string.Join(_texts["List.Separator"], group)])),
            };
        }
        finally
        {
            CultureInfo.CurrentUICulture = previous;
        }
    }

    private string Text(PolicyValue value) => value switch
    {
        PolicyValue.Days days => _texts.Count("Days", days.Value),
        PolicyValue.Amount amount => _texts.Money(amount.Value),
        PolicyValue.Percent percent => _texts.Percent(percent.Value),
        PolicyValue.Number number => _texts.Number(number.Value),
        PolicyValue.Day day => _texts.Date(day.Value),
        PolicyValue.Text text => text.Value,
        _ => throw new InvalidOperationException($"{value.GetType().Name} has no words."),
    };
}
