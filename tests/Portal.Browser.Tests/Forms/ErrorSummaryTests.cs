using Microsoft.Playwright;
using Portal.Browser.Tests.Pages;
using Portal.Browser.Tests.Site;
using Portal.Returns.Decisions;

namespace Portal.Browser.Tests.Forms;

/// <summary>A form that was filled in wrong says what, leads to the field, and keeps the rest.</summary>
public sealed class ErrorSummaryTests(PortalSite site)
{
    public static TheoryData<string, bool> Languages { get; } = new() { { "en", true }, { "en", false }, { "de", true } };

    [Theory]
    [MemberData(nameof(Languages))]
    public Task FindOrder_WithoutProof_LeadsToTheFieldAndKeepsTheNumber(string locale, bool scripts) => site.Visit(Who(locale, scripts), async visitor =>
    {
        var find = await visitor.OpenFindOrder();
        await find.Send("P-1001", "");
        var sentence = visitor.Words["Find.Proof.Missing"];
        await find.Errors.Says(sentence);
        await Assertions.Expect(find.Number).ToHaveValueAsync("P-1001");
        if (scripts)
        {
            await Assertions.Expect(find.Errors.Box).ToBeFocusedAsync();
        }

        await find.Errors.GoTo(sentence);
        await Assertions.Expect(find.Proof).ToBeFocusedAsync();
        await Assertions.Expect(find.Proof).ToHaveAccessibleDescriptionAsync($"{visitor.Words["Find.Proof.Hint"]} {visitor.Words["FieldMessages.Error"]} {sentence}");
    });

    [Fact]
    public Task FindOrder_WrongProof_SaysNotWhichIsWrong() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var find = await visitor.OpenFindOrder();
        await find.Send("P-1001", "somebody.else@example.com");
        await find.Errors.Says(visitor.Words["Find.NotFound"]);
        await Assertions.Expect(find.Number).ToHaveValueAsync("P-1001");
        await Assertions.Expect(find.Proof).ToHaveValueAsync("somebody.else@example.com");
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Items_WithoutReason_LeadsToTheFieldAndKeepsTheQuantity(string locale, bool scripts) => site.Visit(Who(locale, scripts), async visitor =>
    {
        var bought = site.Shop.ToLookAt("P-1001");
        var items = await (await visitor.OpenOrder(bought)).Return(bought.Title);
        await items.Quantity(bought.Title).SelectOptionAsync("2");
        await items.Send();
        var sentence = visitor.Words["Items.Reason.Missing", bought.Title];
        await items.Errors.Says(sentence);
        await Assertions.Expect(items.Quantity(bought.Title)).ToHaveValueAsync("2");
        await items.Errors.GoTo(sentence);
        await Assertions.Expect(items.Reason(bought.Title)).ToBeFocusedAsync();

        await items.Choose(bought.Title, 2, Reason.Damaged);
        await items.Continue();
    });

    [Fact]
    public Task Items_NothingChosen_IsSaid() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var bought = site.Shop.ToLookAt("P-1002");
        var items = await (await visitor.OpenOrder(bought)).Return(bought.Title);
        await Assertions.Expect(items.Quantity(bought.Title)).ToHaveValueAsync("1");
        await items.Quantity(bought.Title).SelectOptionAsync("0");
        await items.Send();
        await items.Errors.Says(visitor.Words["Items.None"]);
    });

    [Fact]
    public Task Items_RefusedReason_SaysWhyAndOffersAnotherLook() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var bought = site.Shop.ToLookAt("P-1003");
        var items = await (await visitor.OpenOrder(bought)).Report(bought.Title);
        await items.Choose(bought.Title, 1, Reason.ChangedMind);
        await items.Send();
        await Assertions.Expect(items.Errors.Sentences).ToContainTextAsync([visitor.Words["Decision.final-sale"]]);
        await items.Link("Line.Ask").ClickAsync();
        await new AskPage(visitor).Seen();
    });

    [Fact]
    public Task Ask_WithoutMessage_LeadsToTheField() => site.Visit(VisitorOptions.Default, async visitor =>
    {
        var bought = site.Shop.ToLookAt("P-1003");
        var ask = await (await visitor.OpenOrder(bought)).AskAgain(bought.Title);
        await ask.Button("Ask.Submit").ClickAsync();
        await ask.Errors.Says(visitor.Words["Ask.Message.Missing"]);
        await ask.Errors.GoTo(visitor.Words["Ask.Message.Missing"]);
        await Assertions.Expect(ask.Message).ToBeFocusedAsync();
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public Task Withdraw_WrongFields_AreListedInOrderAndTheRestIsKept(string locale, bool scripts) => site.Visit(Who(locale, scripts), async visitor =>
    {
        var withdraw = await visitor.OpenWithdraw();
        await withdraw.Send("", "P-1012 äöü \"<b>\"", "nobody");
        await withdraw.Errors.Says(visitor.Words["Withdraw.Name.Missing"], visitor.Words["Withdraw.Email.Missing"]);
        await Assertions.Expect(withdraw.Contract).ToHaveValueAsync("P-1012 äöü \"<b>\"");
        await Assertions.Expect(withdraw.Email).ToHaveValueAsync("nobody");
        await withdraw.Errors.GoTo(visitor.Words["Withdraw.Email.Missing"]);
        await Assertions.Expect(withdraw.Email).ToBeFocusedAsync();
    });

    private static VisitorOptions Who(string locale, bool scripts) => new() { Locale = locale, HasScripts = scripts };
}
