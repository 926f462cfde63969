using Portal.Returns.Policies;

namespace Portal.Returns.Tests.Policies;

/// <summary>What the reader offers for a misspelt word: the nearest known one within two edits or a third of its length, and nothing where none is near.</summary>
public sealed class SpellingTests
{
    [Theory]
    [InlineData("Damagd", "Damaged")]
    [InlineData("Dmaaged", "Damaged")]
    [InlineData("Damagedxy", "Damaged")]
    [InlineData("Damagedxyz", null)]
    [InlineData("damaged", "Damaged")]
    [InlineData("Wrnog", null)]
    [InlineData("WrognSize", "WrongSize")]
    [InlineData("Lteа", "Late")]
    [InlineData("Ltae", "Late")]
    [InlineData("Lxxe", "Late")]
    [InlineData("xxxx", null)]
    [InlineData("hangedMind", "ChangedMind")]
    [InlineData("CahngedMidn", "ChangedMind")]
    [InlineData("ChangedMindx", "ChangedMind")]
    [InlineData("NotAsDescribedByYou", null)]
    [InlineData("NotAsDescribe", "NotAsDescribed")]
    public void Reason_Misspelt_IsOfferedTheNearest(string written, string? offered) => Assert.Equal(offered, Offered($"eligibility:\n  - {{ id: a, allow: true, when: {{ reason: {written} }} }}"));

    [Fact]
    public void Word_OfTwoThatAreEquallyNear_IsTheFirstByLetters() =>
        Assert.Equal("low-a", Offered("limits: { low-b: 1.00 EUR, low-a: 2.00 EUR }\neligibility:\n  - { id: a, allow: true, when: { item.amount: { below: low-c } } }"));

    [Fact]
    public void Word_NearestOfSeveral_Wins() =>
        Assert.Equal("low-value", Offered("limits: { low-valley: 1.00 EUR, low-value: 2.00 EUR }\neligibility:\n  - { id: a, allow: true, when: { item.amount: { below: low-valua } } }"));

    [Fact]
    public void Word_LongerThanAnyKnown_IsOfferedNothing()
    {
        var name = "a" + new string('b', 59);
        Assert.Equal(name, Offered($"limits: {{ {name}: 1.00 EUR }}\neligibility:\n  - {{ id: a, allow: true, when: {{ item.amount: {{ below: {name[..59]}c }} }} }}"));
        Assert.Null(Offered($"limits: {{ {name}: 1.00 EUR }}\neligibility:\n  - {{ id: a, allow: true, when: {{ item.amount: {{ below: {name}b }} }} }}"));
    }

    private static string? Offered(string text)
    {
        const string Offer = "did you mean '";
        var errors = PolicyReader.Read("p.yaml", "policy: p\nfrom: 2025-01-01\n" + text).Errors;
        Assert.NotEmpty(errors);
        return errors.Select(error => error.ToString()).Where(error => error.Contains(Offer, StringComparison.Ordinal)).Select(error => error.Split(Offer)[1].Split('\'')[0]).FirstOrDefault();
    }
}
