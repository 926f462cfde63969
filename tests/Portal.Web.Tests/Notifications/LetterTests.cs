using System.Globalization;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using NodaTime;
using Portal.Returns.Cases;
using Portal.Returns.Decisions;
using Portal.Returns.Refunds;
using Portal.Web.Cases;
using Portal.Web.Notifications;
using Portal.Web.Notifications.Transport;
using Portal.Web.Orders;
using Portal.Web.Payments;
using Portal.Web.Resources;
using Portal.Web.Tests.Data;

namespace Portal.Web.Tests.Notifications;

/// <summary>Every kind of mail in every locale, read back from a real mail server.</summary>
public sealed class LetterTests(SmtpServer server) : IClassFixture<SmtpServer>, IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(PortalFactory.Start);
    private readonly SqliteDatabase _database = new();

    // Its own address, so that mails of other tests in the same server are told apart.
    private readonly string _shopper = $"shopper-{Guid.NewGuid():N}@example.com";

    public async ValueTask InitializeAsync() => await _database.MigrateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("en", "approved, you keep the item", "€16.00", "as soon as the payment provider has confirmed it")]
    [InlineData("de", "genehmigt, Sie behalten den Artikel", "16,00 €", "sobald der Zahlungsdienst es bestätigt hat")]
    public async Task CaseOpened_Kept_SaysWhatWasDecidedAndWhatHappensNext(string locale, string decided, string amount, string next)
    {
        var opened = await OpenAsync("P-1001", locale, new Asked("L1"));
        var mail = await SendAsync(locale, MailKind.CaseOpened);
        Assert.Contains(decided, mail.Subject, StringComparison.Ordinal);
        AssertSays(mail, opened.Rma, "P-1001", amount.Replace(' ', '\u00a0'), next);
        AssertLinks(mail, $"{MailRoom.Site}/{locale}/returns/{opened.Rma}?key=");
    }

    [Theory]
    [InlineData("en", "a person is taking a look", "within two working days")]
    [InlineData("de", "Ein Mensch sieht sie sich an", "innerhalb von zwei Werktagen")]
    public async Task CaseOpened_ForReview_SaysWhoLooksAndUntilWhen(string locale, string who, string until)
    {
        var opened = await OpenAsync("P-1005", locale, new Asked("L1", Reason.ChangedMind, 1, ShipmentMethod.SendBack));
        var mail = await SendAsync(locale, MailKind.CaseOpened);
        Assert.Contains(who, mail.Subject, StringComparison.Ordinal);
        AssertSays(mail, opened.Rma, until);
    }

    [Theory]
    [InlineData("en", "please send the parcel", "Return number", "starts when the parcel reaches us")]
    [InlineData("de", "bitte senden Sie das Paket", "Rücksendenummer", "beginnt, sobald das Paket bei uns ist")]
    public async Task Slip_SentBack_HasNumberAddressAndTheWayToTheSlip(string locale, string what, string number, string when)
    {
        var opened = await OpenAsync("P-1002", locale, new Asked("L1", Reason.ChangedMind, 1, ShipmentMethod.SendBack));
        var mail = await SendAsync(locale, MailKind.Slip);
        Assert.Contains(what, mail.Subject, StringComparison.Ordinal);
        AssertSays(mail, number, opened.Rma, "Unit 7, Fernhill Yard", "Milton Keynes MK0 0FH", when);
        AssertLinks(mail, $"{MailRoom.Site}/{locale}/returns/{opened.Rma}/slip?key=", $"{MailRoom.Site}/{locale}/returns/{opened.Rma}?key=");
    }

    [Theory]
    [InlineData("en", "we cannot approve it", "final sale")]
    [InlineData("de", "Wir können sie nicht genehmigen", "vom Umtausch ausgeschlossen")]
    public async Task Refused_ByTheDecision_SaysItsReasons(string locale, string what, string why)
    {
        var opened = await AskAgainAsync(locale);
        var mail = await SendAsync(locale, MailKind.Refused, mails => mails.AddRefused(opened));
        Assert.Contains(what, mail.Subject, StringComparison.Ordinal);
        AssertSays(mail, opened.Rma, why);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Refused_ByAPerson_SaysThatPersonsReasonAndNoOther(string locale)
    {
        var opened = await AskAgainAsync(locale, "The shade is <scorched> & bent.\nWe are sorry.");
        var mail = await SendAsync(locale, MailKind.Refused, mails => mails.AddRefused(opened));
        AssertSays(mail, "The shade is <scorched> & bent.");
        Assert.DoesNotContain(locale is "en" ? "final sale" : "Umtausch", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("<scorched>", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "We have refunded €16.00", "Your bank should show it by 23 November 2026.", "ARN-74537604221222220000001")]
    [InlineData("de", "Wir haben 16,00 € erstattet", "Ihre Bank sollte es bis 23. November 2026 anzeigen.", "ARN-74537604221222220000001")]
    public async Task Refunded_SaysHowMuchWhereToWhenAndTheBanksReference(string locale, string title, string when, string reference)
    {
        var refund = await RefundAsync(locale, row => (row.State, row.ArrivesBy, row.BankReference) = (RefundState.Succeeded, new LocalDate(2026, 11, 23), reference));
        var mail = await SendAsync(locale, MailKind.Refunded, mails => mails.AddRefunded(refund));
        AssertSays(mail, title.Replace("16,00 €", "16,00\u00a0€", StringComparison.Ordinal), when, reference, "P-1001", await LabelAsync(refund));
    }

    [Theory]
    [InlineData("en", "did not go through", "no longer exists or has expired", "choose how you would like to get it")]
    [InlineData("de", "hat nicht geklappt", "Diese Karte oder dieses Konto gibt es nicht mehr", "wählen Sie, wie Sie es erhalten möchten")]
    public async Task RefundFailed_SaysWhyAndOffersAnotherWay(string locale, string what, string why, string now)
    {
        var refund = await RefundAsync(locale, row => (row.State, row.Fault) = (RefundState.Failed, RefundFault.CardGone));
        var mail = await SendAsync(locale, MailKind.RefundFailed, mails => mails.AddRefundFailed(refund));
        Assert.Contains(what, mail.Subject, StringComparison.Ordinal);
        AssertSays(mail, await LabelAsync(refund), why, now);
        AssertLinks(mail, $"{MailRoom.Site}/{locale}/returns/");
    }

    // Faults of others: a failed refund still shown as paid (woocommerce-gateway-stripe 4405).
    [Fact]
    public async Task Refunded_ThatHasFailedBeforeTheMailWent_IsNotTold()
    {
        var refund = await RefundAsync("en", row => row.State = RefundState.Failed);
        await AddAsync(mails => mails.AddRefunded(refund));
        await SendAllAsync();
        await using var database = _database.Open();
        Assert.Equal(MailState.Dropped, (await database.Mails.SingleAsync(row => row.Kind == MailKind.Refunded)).State);
        Assert.DoesNotContain(server.MailsTo(_shopper), mail => mail.Subject!.StartsWith("Refunded", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Acknowledgement of a withdrawal", "18 November 2026, 10:00 (UTC)", "This confirms that we have received your withdrawal.")]
    [InlineData("de", "Eingangsbestätigung eines Widerrufs", "18. November 2026, 10:00 Uhr (UTC)", "Hiermit bestätigen wir den Eingang Ihres Widerrufs.")]
    public async Task WithdrawalAcknowledged_HasContentDateAndTime(string locale, string subject, string received, string receipt)
    {
        Locale.TryOf(locale)!.Speak();
        await using (var database = _database.Open())
        {
            await new Visit(database, _clock).Withdrawals.StoreAsync(Guid.NewGuid(), new WithdrawalStatement("Ada <Fischer>", "P-1001, the green mugs", _shopper));
        }

        var mail = Assert.Single(await SendAllAsync());
        AssertSound(mail, locale);
        Assert.Equal(subject, mail.Subject);
        AssertSays(mail, "Ada <Fischer>", "P-1001, the green mugs", _shopper, received, receipt, "Fernhill, Lda.");
    }

    [Theory]
    [InlineData("en", "Your orders at Fernhill", "works for 24 hours")]
    [InlineData("de", "Ihre Bestellungen bei Fernhill", "gilt 24 Stunden")]
    public async Task OrderLinks_NamesOrdersWithLinks(string locale, string subject, string until)
    {
        await StoreAsync("P-1001");
        var mail = await SendAsync(locale, MailKind.OrderLinks, mails => mails.AddOrderLinks(_shopper, locale));
        Assert.Equal(subject, mail.Subject);
        AssertSays(mail, until);
        AssertLinks(mail, $"{MailRoom.Site}/{locale}/orders/P-1001?key=");
    }

    [Fact]
    public async Task Case_OfAGiftsRecipient_IsToldToNobodyButTheRecipient()
    {
        var contact = $"recipient-{Guid.NewGuid():N}@example.com";
        await using (var visit = await StoreAsync("P-1012"))
        {
            var journey = await visit.JourneyAsync("P-1012", Guid.NewGuid(), new Asked("L2"));
            await visit.Opener.OpenAsync(journey, journey.Plan().Hash, new Correspondent(Party.Recipient, contact));
        }

        Assert.Empty(await SendAllAsync());
        Assert.Single(server.MailsTo(contact));
    }

    [Fact]
    public async Task Case_OfARecipientWithoutAnAddress_IsToldToNobody()
    {
        await using (var visit = await StoreAsync("P-1012"))
        {
            var journey = await visit.JourneyAsync("P-1012", Guid.NewGuid(), new Asked("L2"));
            await visit.Opener.OpenAsync(journey, journey.Plan().Hash, new Correspondent(Party.Recipient, null));
        }

        Assert.Empty(await SendAllAsync());
        await using var database = _database.Open();
        Assert.Equal(MailState.Dropped, (await database.Mails.SingleAsync()).State);
    }

    [Fact]
    public async Task Server_ThatDiesBeforeItHasTheMail_GetsItOnceLater()
    {
        await using var faults = new SmtpFaults(server.Port) { DropsBeforeTheServerHasIt = true };
        await DeclareAsync();
        Assert.Empty(await SendAllAsync(faults.Port));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await SendAllAsync(faults.Port));
    }

    [Fact]
    public async Task Server_ThatDiesAfterItHasTheMail_GetsItAgainUnderTheSameMessageId()
    {
        await using var faults = new SmtpFaults(server.Port) { DropsAfterTheServerHasIt = true };
        await DeclareAsync();
        await SendAllAsync(faults.Port);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var copies = await SendAllAsync(faults.Port);
        Assert.Equal(2, copies.Count);
        Assert.Single(copies.Select(copy => copy.MessageId).Distinct());
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (await SendAllAsync(faults.Port)).Count);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 No such user", MailState.Rejected)]
    [InlineData("RCPT", "450 4.2.1 Try again later", MailState.Waiting)]
    [InlineData("RCPT", "554 5.7.1 Relay access denied", MailState.Waiting)]
    [InlineData("MAIL", "550 5.7.60 Not allowed to send as this sender", MailState.Waiting)]
    [InlineData("DATA", "451 4.3.0 Not now", MailState.Waiting)]
    [InlineData("MAIL", "421 4.3.2 Shutting down", MailState.Waiting)]
    public async Task Server_ThatSaysNo_EndsItOnlyWhenTheRecipientIsRefusedForGood(string command, string answer, MailState expected)
    {
        await using var faults = new SmtpFaults(server.Port) { Says = (command, answer) };
        await DeclareAsync();
        Assert.Empty(await SendAllAsync(faults.Port));
        await using var database = _database.Open();
        Assert.Equal(expected, (await database.Mails.SingleAsync()).State);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(expected == MailState.Waiting ? 1 : 0, (await SendAllAsync(faults.Port)).Count);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsTriedAgain()
    {
        await DeclareAsync();
        Assert.Empty(await SendAllAsync(port: 1));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await SendAllAsync());
    }

    [Fact]
    public async Task Password_OverAConnectionWithoutEncryption_IsNotSent()
    {
        await DeclareAsync();
        var transport = new SmtpTransport(new SmtpSettings("127.0.0.1", server.Port, MailKit.Security.SecureSocketOptions.Auto, "shop", "secret"), _clock);
        Assert.Equal(new MailAnswer.Later("no-encryption"), await transport.SendAsync(new MimeMessage()));
    }

    private static void AssertSays(MimeMessage mail, params string[] words)
    {
        var html = new HtmlParser().ParseDocument(mail.HtmlBody!).Body!.TextContent;
        Assert.All(words, word =>
        {
            Assert.Contains(word, mail.TextBody, StringComparison.Ordinal);
            Assert.Contains(word, html, StringComparison.Ordinal);
        });
    }

    private static void AssertLinks(MimeMessage mail, params string[] starts)
    {
        var links = new HtmlParser().ParseDocument(mail.HtmlBody!).QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.All(links, link => Assert.StartsWith(MailRoom.Site + "/", link, StringComparison.Ordinal));
        Assert.All(starts, start =>
        {
            var link = Assert.Single(links, link => link.StartsWith(start, StringComparison.Ordinal));
            Assert.Contains(link, mail.TextBody, StringComparison.Ordinal);
        });
    }

    private void AssertSound(MimeMessage mail, string locale)
    {
        Assert.Equal(_shopper, Assert.Single(mail.To.Mailboxes).Address);
        var from = Assert.Single(mail.From.Mailboxes);
        Assert.Equal(("Fernhill", "returns@fernhill.example"), (from.Name, from.Address));
        Assert.Equal("help@fernhill.example", Assert.Single(mail.ReplyTo.Mailboxes).Address);
        Assert.Matches("^[0-9a-f]{32}@help\\.example\\.com$", mail.MessageId);
        Assert.Equal("auto-generated", mail.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(locale, mail.Body!.Headers[HeaderId.ContentLanguage]);
        Assert.Equal(["text/plain", "text/html"], Assert.IsType<MultipartAlternative>(mail.Body).Select(part => part.ContentType.MimeType));
        var html = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(mail.HtmlBody!);
        Assert.Equal((locale, "ltr"), (html.DocumentElement.GetAttribute("lang"), html.DocumentElement.GetAttribute("dir")));
        Assert.Empty(html.QuerySelectorAll("script, style, link, img, table, form, iframe"));
        Assert.Equal(mail.Subject, html.Title);
        Assert.Single(html.QuerySelectorAll("h1"));
        Assert.DoesNotMatch(@"\b(Mail|Event|Slip|Case|Check|Next|Reason|Withdraw|Fault|Find)\.[A-Z]", mail.TextBody);
        Assert.DoesNotMatch(@"\{\d\}", mail.TextBody);
    }

    private async Task<MimeMessage> SendAsync(string locale, MailKind kind, Action<Mails>? add = null)
    {
        await AddAsync(add ?? (_ => { }));
        var sent = await SendAllAsync();
        await using var database = _database.Open();
        var row = await database.Mails.SingleAsync(row => row.Kind == kind);
        Assert.Equal(MailState.Sent, row.State);
        var mail = Assert.Single(sent, mail => mail.MessageId!.StartsWith(row.Id.ToString("N"), StringComparison.Ordinal));
        AssertSound(mail, locale);
        return mail;
    }

    private async Task AddAsync(Action<Mails> add)
    {
        await using var database = _database.Open();
        add(new Mails(database, _clock));
        await database.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<MimeMessage>> SendAllAsync(int? port = null)
    {
        // The worker's own culture is none of ours.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var settings = new SmtpSettings("127.0.0.1", port ?? server.Port, MailKit.Security.SecureSocketOptions.None, null, "");
        await using var room = new MailRoom(_database.Open, _clock, new SmtpTransport(settings, _clock));
        await room.SendAllAsync();
        return server.MailsTo(_shopper);
    }

    private async Task<Visit> StoreAsync(string number)
    {
        var visit = new Visit(_database.Open(), _clock);
        await visit.StoreAsync(number);
        await visit.Database.Orders.ExecuteUpdateAsync(set => set.SetProperty(order => order.Email, _shopper));
        return visit;
    }

    private async Task<ReturnCase> OpenAsync(string number, string locale, Asked asked)
    {
        Locale.TryOf(locale)!.Speak();
        await using var visit = await StoreAsync(number);
        var rma = await visit.OpenedAsync(number, asked);
        return await visit.Database.Cases.AsNoTracking().Include(row => row.Lines).SingleAsync(row => row.Rma == rma);
    }

    private async Task<ReturnCase> AskAgainAsync(string locale, string? answer = null)
    {
        Locale.TryOf(locale)!.Speak();
        await using var visit = await StoreAsync("P-1003");
        var order = (await visit.Orders.FindAsync("P-1003"))!;
        await visit.Opener.AskAgainAsync(order, visit.Judge.Decide(order, "L1", Reason.ChangedMind), "Please look again", Guid.NewGuid(), Correspondent.Buyer);
        var opened = await visit.Database.Cases.Include(row => row.Lines).SingleAsync();
        (opened.State, opened.Answer) = (CaseState.Refused, answer);
        await visit.Database.SaveChangesAsync();
        return opened;
    }

    private async Task<Refund> RefundAsync(string locale, Action<Refund> change)
    {
        await OpenAsync("P-1001", locale, new Asked("L1"));
        await using var database = _database.Open();
        var refund = await database.Refunds.SingleAsync();
        change(refund);
        await database.SaveChangesAsync();
        return refund;
    }

    private async Task<string> LabelAsync(Refund refund)
    {
        await using var database = _database.Open();
        return await database.Set<Payment>().Where(payment => payment.Id == refund.PaymentId).Select(payment => payment.Label).SingleAsync();
    }

    private async Task DeclareAsync()
    {
        await using var database = _database.Open();
        await new Visit(database, _clock).Withdrawals.StoreAsync(Guid.NewGuid(), new WithdrawalStatement("Ada Fischer", "P-1001", _shopper));
    }
}
