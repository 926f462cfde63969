using NodaTime;
using Portal.Returns.Decisions;

namespace Portal.Returns.Tests.Decisions;

public sealed class ReturnEngineTests
{
    private const string Small = """
        policy: small
        from: 2025-01-01
        eligibility: [{ id: all, allow: true }]
        window: [{ id: all, days: 10 }]
        resolutions: [{ id: all, offer: Refund }]
        shipment: [{ id: all, method: SendBack }]
        fees: [{ id: all, charge: none }]
        refundWhen: [{ id: all, at: received }]
        review: [{ id: all, approve: true }]
        """;

    private static readonly ReturnRequest One = new("1", 1, Reason.ChangedMind);

    [Fact]
    public void Decide_UnknownLine_Throws() =>
        Assert.Throws<ArgumentException>(() => Shop.Decide(Shop.Order("US"), Reason.ChangedMind, lineId: "9"));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public void Decide_QuantityOutOfRange_Throws(int quantity) =>
        Assert.Throws<ArgumentException>(() => Shop.Decide(Shop.Order("US"), Reason.ChangedMind, quantity));

    [Theory]
    [InlineData("2026-12-02T22:59:59Z", Verdict.Approved)]
    [InlineData("2026-12-02T23:00:00Z", Verdict.Refused)]
    public void Decide_LastDay_LastsUntilItsEndInTheMarket(string now, Verdict verdict)
    {
        // 23:30 in Berlin on 22 November; ten days lead to the end of 2 December there.
        var delivered = Instant.FromUtc(2026, 11, 22, 22, 30);
        var order = Shop.Order("DE", Shop.Line("DE") with { Deliveries = [new DeliveryFacts(1, delivered, delivered)] }) with { IsConsumer = false };

        var decision = ReturnEngine.Decide(Shop.Book(Small), order, One, NodaTime.Text.InstantPattern.General.Parse(now).Value);

        Assert.Equal((verdict, new LocalDate(2026, 12, 2)), (decision.Verdict, decision.Deadline));
        if (verdict == Verdict.Refused)
        {
            Assert.Equal("2026-12-02", decision.Reasons[0].Arguments["until"]);
        }
    }

    [Fact]
    public void Decide_ShopWindowShorterThanTheLaw_WithdrawalWinsAndReturnIsKept()
    {
        var decision = Shop.Decide(Shop.Order("DE", Shop.Line("DE", deliveredDaysAgo: 12)), Reason.ChangedMind, book: Shop.Book(Small));

        Assert.Equal((RequestKind.Withdrawal, Verdict.Approved), (decision.Kind, decision.Verdict));
        Assert.Equal((RequestKind.Return, Verdict.Refused), (decision.Other!.Kind, decision.Other.Verdict));
    }

    [Fact]
    public void Decide_OnFullTie_IsAReturn()
    {
        var policy = Small.Replace("days: 10", "days: 14", StringComparison.Ordinal);

        var decision = Shop.Decide(Shop.Order("GB"), Reason.ChangedMind, book: Shop.Book(policy));

        Assert.Equal((RequestKind.Return, RequestKind.Withdrawal), (decision.Kind, decision.Other!.Kind));
        Assert.Equal(decision.Deadline, decision.Other.Deadline);
    }

    [Fact]
    public void Decide_RestockingFee_WithdrawalIsBetterAndPaysPostageOnly()
    {
        var policy = Small.Replace("charge: none", "charge: [{ fee: restocking, amount: 5.00 EUR }, { fee: return-postage, amount: 3.00 EUR }]", StringComparison.Ordinal);

        var decision = Shop.Decide(Shop.Order("DE"), Reason.ChangedMind, book: Shop.Book(policy));

        Assert.Equal(RequestKind.Withdrawal, decision.Kind);
        Assert.Equal(new Fee("return-postage", new Money(3_00, Currency.Of("EUR"))), Assert.Single(decision.Fees));
        Assert.Equal(2, decision.Other!.Fees.Count);
        var reason = Assert.Single(decision.Reasons);
        Assert.Equal(("law-overrides", "restocking", "all", "Directive 2011/83/EU"), (reason.MessageKey, reason.Arguments["reason"], reason.RuleId, reason.Arguments["law"]));
    }

    [Fact]
    public void Decide_InspectionBeforeRefund_WithdrawalIsBetter()
    {
        var policy = Small.Replace("at: received", "at: inspected", StringComparison.Ordinal).Replace("days: 10", "days: 90", StringComparison.Ordinal);

        var decision = Shop.Decide(Shop.Order("DE"), Reason.ChangedMind, book: Shop.Book(policy));

        Assert.Equal((RequestKind.Withdrawal, RefundMoment.Received), (decision.Kind, decision.RefundWhen));
    }

    [Fact]
    public void Decide_StoreCreditOnly_WithdrawalIsBetter()
    {
        var policy = Small.Replace("offer: Refund", "offer: StoreCredit", StringComparison.Ordinal).Replace("days: 10", "days: 90", StringComparison.Ordinal);

        var decision = Shop.Decide(Shop.Order("DE"), Reason.ChangedMind, book: Shop.Book(policy));

        Assert.Equal((RequestKind.Withdrawal, Resolution.Refund), (decision.Kind, Assert.Single(decision.Resolutions)));
        Assert.Equal(("law-overrides", "resolutions"), (Assert.Single(decision.Reasons).MessageKey, decision.Reasons[0].Arguments["reason"]));
    }

    [Fact]
    public void Decide_BrazilianWithdrawal_PaysNoPostage()
    {
        var policy = Small.Replace("charge: none", "charge: [{ fee: return-postage, amount: 3.00 BRL }]", StringComparison.Ordinal);

        var decision = Shop.Decide(Shop.Order("BR"), Reason.ChangedMind, book: Shop.Book(policy));

        Assert.Equal((RequestKind.Withdrawal, 0), (decision.Kind, decision.Fees.Count));
    }

    [Theory]
    [InlineData("eligibility")]
    [InlineData("window")]
    [InlineData("resolutions")]
    [InlineData("shipment")]
    [InlineData("fees")]
    [InlineData("refundWhen")]
    [InlineData("review")]
    public void Decide_QuestionWithoutAnswer_GoesToReview(string question)
    {
        var policy = string.Join('\n', Small.Split('\n').Where(line => !line.StartsWith(question + ":", StringComparison.Ordinal)));

        var decision = Shop.Decide(Shop.Order("US"), Reason.ChangedMind, book: Shop.Book(policy));

        Assert.Equal(Verdict.NeedsReview, decision.Verdict);
        Assert.Equal(("policy-gap", question), (decision.Reasons[0].MessageKey, decision.Reasons[0].Arguments["question"]));
    }

    [Theory]
    [InlineData("allow: true }", "when: { item.amount: { below: 5.00 EUR } }, allow: true }")]
    [InlineData("approve: true }", "when: { item.price: { above: { DE: 5.00 EUR } } }, review: high-value }, { id: rest, approve: true }")]
    [InlineData("charge: none", "charge: [{ fee: return-postage, amount: 5.00 EUR }]")]
    [InlineData("days: 10", "days: { DE: 10 }")]
    public void Decide_RuleThatCannotBeJudged_GoesToReview(string original, string broken)
    {
        var policy = Small.Replace(original, broken, StringComparison.Ordinal);
        Assert.Contains(broken, policy, StringComparison.Ordinal);

        var decision = Shop.Decide(Shop.Order("US"), Reason.ChangedMind, book: Shop.Book(policy));

        Assert.Equal((Verdict.NeedsReview, "policy-fault"), (decision.Verdict, decision.Reasons[0].MessageKey));
        Assert.True(decision.Reasons[0].IsInternal);
    }

    [Fact]
    public void Decide_UnknownZone_GoesToReview() =>
        Assert.Equal(Verdict.NeedsReview, Shop.Decide(Shop.Order("US") with { ZoneId = "Mars/Olympus" }, Reason.ChangedMind).Verdict);

    [Theory]
    [InlineData(2, Verdict.Approved)]
    [InlineData(3, Verdict.Refused)]
    public void Decide_RecoveredUnits_AreNotGivenAgain(int quantity, Verdict verdict)
    {
        var order = Shop.Order("US", Shop.Line("US", quantity: 3)) with { Recovered = [new RecoveredUnit("1", 2)] };

        var decision = Shop.Decide(order, Reason.ChangedMind, quantity);

        Assert.Equal(verdict, decision.Verdict);
        if (verdict == Verdict.Refused)
        {
            Assert.Equal(("already-returned", "2"), (decision.Reasons[0].MessageKey, decision.Reasons[0].Arguments["left"]));
            Assert.Null(decision.Alternative);
        }
    }

    [Theory]
    [InlineData(2, Reason.ChangedMind, Verdict.Approved)]
    [InlineData(3, Reason.ChangedMind, Verdict.Refused)]
    [InlineData(1, Reason.Missing, Verdict.Approved)]
    public void Decide_PartlyDeliveredLine_JudgesThePiecesThatAreMeant(int quantity, Reason reason, Verdict verdict)
    {
        var order = Shop.Order("US", Shop.Line("US", quantity: 3, price: 10m) with { Deliveries = [new DeliveryFacts(2, Shop.DaysAgo(8), Shop.DaysAgo(5))] });

        Assert.Equal(verdict, Shop.Decide(order, reason, quantity, book: Shop.Book(Small)).Verdict);
    }

    [Fact]
    public void Decide_WithdrawalPeriod_StartsWithTheLastItemOfTheOrder()
    {
        var order = Shop.Order("DE", Shop.Line("DE", deliveredDaysAgo: 20), Shop.Line("DE", deliveredDaysAgo: 2, id: "2"));

        var decision = Shop.Decide(order, Reason.ChangedMind, book: Shop.Book(Small));

        // 20 November and fourteen days: Friday, 4 December.
        Assert.Equal((RequestKind.Withdrawal, new LocalDate(2026, 12, 4)), (decision.Kind, decision.Deadline));
    }

    [Fact]
    public void Decide_WithdrawalPeriod_HasNotStartedWhileAPieceIsOpen()
    {
        var open = Shop.Order("DE", Shop.Line("DE", deliveredDaysAgo: 30), Shop.Line("DE", deliveredDaysAgo: null, id: "2"));
        var settled = open with { Recovered = [new RecoveredUnit("2", 1)] };

        Assert.Equal((Verdict.Approved, (LocalDate?)null), Outcome(open));
        Assert.Equal((Verdict.Refused, new LocalDate(2026, 11, 2)), Outcome(settled));

        static (Verdict, LocalDate?) Outcome(OrderFacts order)
        {
            var decision = Shop.Decide(order, Reason.ChangedMind, book: Shop.Book(Small));
            return (decision.Verdict, decision.Deadline);
        }
    }

    [Theory]
    [InlineData("DE", "perishable", "law-exception")]
    [InlineData("GB", "digital-begun", "law-exception")]
    [InlineData("CN", "made-to-measure", "made-to-measure")]
    [InlineData("BR", "perishable", null)]
    [InlineData("DE", "sealed-media", null)]
    public void Decide_ExemptItem_IsRefusedAsWithdrawalOnly(string market, string tag, string? messageKey)
    {
        var decision = Shop.Decide(Shop.Order(market, Shop.Line(market) with { Tags = [tag] }), Reason.ChangedMind, book: Shop.Book(Small));
        var withdrawal = decision.Kind == RequestKind.Withdrawal ? decision : decision.Other!;

        Assert.Equal(messageKey is null ? Verdict.Approved : Verdict.Refused, withdrawal.Verdict);
        Assert.Equal(Verdict.Approved, decision.Verdict);
        if (messageKey is not null)
        {
            Assert.Equal(messageKey, withdrawal.Reasons[0].MessageKey);
        }
    }

    [Fact]
    public void Decide_Trace_KeepsEveryQuestionAndEverySkippedRule()
    {
        var decision = Shop.Decide(Shop.Order("US"), Reason.ChangedMind);

        Assert.Equal("eligibility window resolutions shipment fees refundWhen review", string.Join(' ', decision.Trace.Select(trace => trace.Question)));
        var eligibility = decision.Trace[0];
        Assert.Equal(("otherwise", "allow: true"), (eligibility.RuleId, eligibility.Answer));
        Assert.Equal("final-sale made-to-measure hygiene-goods on-its-way", string.Join(' ', eligibility.Skipped.Select(skipped => skipped.RuleId)));
        Assert.Equal((new UsedFact("item.tags", "[]"), "final-sale"), (eligibility.Skipped[0].Fact, eligibility.Skipped[0].Wanted.ToString()));
    }

    [Fact]
    public void Decide_RuleWithNot_SaysWhatTheFactShouldNotHaveBeen()
    {
        var decision = Shop.Decide(Shop.Order("US"), Reason.ChangedMind, book: Shop.Book("policy: p\nfrom: 2025-01-01\neligibility: [{ id: abroad, when: { not: { market: [US, GB] } }, allow: true }]"));

        var skipped = Assert.Single(decision.Trace[0].Skipped);
        Assert.Equal(("abroad", new UsedFact("market", "US"), "not [US, GB]", true), (skipped.RuleId, skipped.Fact, skipped.Wanted.ToString(), skipped.Wanted.IsNot));
    }

    [Fact]
    public void Decide_OrderKeepsThePolicyUnderWhichItWasPlaced()
    {
        var later = Small.Replace("2025-01-01", "2026-11-01", StringComparison.Ordinal).Replace("days: 10", "days: 20", StringComparison.Ordinal);
        var book = Shop.Book(later, Small);

        Assert.Equal(new LocalDate(2026, 11, 27), Shop.Decide(Shop.Order("US"), Reason.ChangedMind, book: book).Deadline);
        Assert.Equal(new LocalDate(2026, 12, 7), Shop.Decide(Shop.Order("US") with { PlacedAt = Shop.DaysAgo(15) }, Reason.ChangedMind, book: book).Deadline);
    }
}
