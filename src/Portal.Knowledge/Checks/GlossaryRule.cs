using Portal.Knowledge.Articles;

namespace Portal.Knowledge.Checks;

/// <summary>A term of the default locale's glossary is explained in every locale, and no other is.</summary>
internal sealed class GlossaryRule : IContentRule
{
    public IEnumerable<Finding> Check(Content content)
    {
        var terms = content.Glossary.Keys(content.Options.DefaultLocale);
        var original = content.Glossary.Files.FirstOrDefault(file => string.Equals(file.Locale, content.Options.DefaultLocale, StringComparison.Ordinal));
        foreach (var locale in content.Options.Locales.Where(locale => !string.Equals(locale, content.Options.DefaultLocale, StringComparison.Ordinal)))
        {
            var own = content.Glossary.Keys(locale);
            var file = content.Glossary.Files.FirstOrDefault(file => string.Equals(file.Locale, locale, StringComparison.Ordinal));
            foreach (var term in terms.Except(own, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                yield return (file ?? original)!.Warning("missing-term", Position.Start, $"\"{term}\" is not explained in \"{locale}\".", $"Add it to glossary/{locale}.yaml.");
            }

            foreach (var term in own.Except(terms, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                yield return file!.Warning("missing-term", Position.Start, $"\"{term}\" is not explained in \"{content.Options.DefaultLocale}\".", "Give both glossaries the same terms.");
            }
        }
    }
}
