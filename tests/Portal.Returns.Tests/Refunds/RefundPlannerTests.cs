using Portal.Returns.Decisions;
using Portal.Returns.Refunds;

namespace Portal.Returns.Tests.Refunds;

public sealed class RefundPlannerTests
{
    private static readonly UnitSelection[] FirstUnit = [new("1", [1])];

    [Fact]
    public void Plan_TwoUnitsWithDiscounts_SharesThemOut()
    {
        var order = Order("DE", quantity: 3, price: 10m) with { Discount = Euros(1m) };
        order = order with { Lines = [order.Lines[0] with { Discount = Euros(2m) }] };

        var plan = RefundPlanner.Plan(order, [new("1", [1, 3])], RefundTerms.Plain);

        Assert.Equal(
            [new(PlanItemKind.Goods, "1", 2, Euros(20m)), new PlanItem(PlanItemKind.Discount, "1", 2, -Euros(2m))],
            plan.Items);
        Assert.Equal("18.00 EUR", plan.Total.ToString(), StringComparer.Ordinal);
    }

    [Fact]
    public void Plan_GiftCardAndCard_GoesBackInProportion()
    {
        var order = Order("DE", quantity: 2, price: 50m, ("card", 70m, 0m, 1), ("gift", 30m, 0m, 1));

        Assert.Equal(
            [new("card", Euros(35m)), new PaymentShare("gift", Euros(15m))],
            RefundPlanner.Plan(order, FirstUnit, RefundTerms.Plain).Shares);
    }

    [Fact]
    public void Plan_KuwaitCard_IsInStepsOfTen()
    {
        // 10.000 KWD for three: the card takes 3.330 twice and 3.340 once.
        var order = Order("KW", quantity: 3, price: 3.334m, ("card", 10m, 0m, 10));
        order = order with { Discount = Money.FromAmount(0.002m, order.Currency) };

        var totals = Enumerable.Range(1, 3).Select(unit => RefundPlanner.Plan(order, [new("1", [unit])], RefundTerms.Plain)).ToList();

        Assert.Equal([3_330, 3_330, 3_340], totals.Select(plan => plan.Total.Minor));
        Assert.All(totals, plan => Assert.True(plan.Unassigned.IsZero));
    }

    [Fact]
    public void Plan_MoreThanRemains_LeavesTheRestUnassigned()
    {
        var order = Order("DE", quantity: 1, price: 50m, ("card", 50m, 45m, 1));

        var plan = RefundPlanner.Plan(order, FirstUnit, RefundTerms.Plain);

        Assert.Equal((Euros(50m), Euros(45m)), (plan.Total, plan.Unassigned));
    }

    [Fact]
    public void Plan_ProportionDoesNotComeOutEven_ComesAsCloseAsItCan()
    {
        // 0.033 of 0.030 by card in tens and 0.005 by gift card: in proportion 0.005 would be left over.
        var order = Order("KW", quantity: 1, price: 0.033m, ("card", 0.030m, 0m, 10), ("gift", 0.005m, 0m, 1));

        var plan = RefundPlanner.Plan(order, FirstUnit, RefundTerms.Plain);

        Assert.True(plan.Unassigned.IsZero);
        Assert.Equal([30, 3], plan.Shares.Select(share => share.Amount.Minor));
    }

    [Fact]
    public void Plan_Fee_IsALineOfItsOwn()
    {
        var plan = RefundPlanner.Plan(Order("DE", 1, 50m), FirstUnit, new RefundTerms([new Fee("return-postage", Euros(4.9m))], IncludeShipping: false));

        Assert.Equal(new PlanItem(PlanItemKind.Fee, null, 0, -Euros(4.9m), "return-postage"), plan.Items[^1]);
        Assert.Equal(Euros(45.1m), plan.Total);
    }

    [Theory]
    [InlineData("gift", 60, "gift 30.00 EUR, card 30.00 EUR")]
    [InlineData("gift", 20, "gift 20.00 EUR")]
    [InlineData("paypal", 50, "card 35.00 EUR, gift 15.00 EUR")]
    [InlineData("paypal gift", 50, "gift 30.00 EUR, card 20.00 EUR")]
    public void Plan_MeansFirst_ArePaidBackAsFarAsTheyGo(string first, int amount, string shares)
    {
        var order = Order("DE", quantity: 1, price: amount, ("card", 70m, 0m, 1), ("gift", 30m, 0m, 1));

        var plan = RefundPlanner.Plan(order, FirstUnit, RefundTerms.Plain with { First = first.Split(' ') });

        Assert.Equal(shares.Split(", ").Order(StringComparer.Ordinal), plan.Shares.Select(share => $"{share.PaymentId} {share.Amount}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Plan_MeansFirstThatWouldLeaveAPartOver_AreSharedSoThatNothingIs()
    {
        // The gift card first would leave 28 for a card in tens.
        var order = Order("KW", quantity: 1, price: 0.033m, ("card", 0.030m, 0m, 10), ("gift", 0.005m, 0m, 1));

        Assert.True(RefundPlanner.Plan(order, FirstUnit, RefundTerms.Plain with { First = ["gift"] }).Unassigned.IsZero);
    }

    [Fact]
    public void Plan_Goodwill_IsStoreCreditWhateverTheRestIs()
    {
        var plan = RefundPlanner.Plan(Order("DE", 1, 50m), FirstUnit, RefundTerms.Plain with { Goodwill = Euros(5m) });

        Assert.Equal(new PlanItem(PlanItemKind.Goodwill, null, 0, Euros(5m)), plan.Items[^1]);
        Assert.Equal((Euros(55m), Euros(5m), Euros(50m), Euros(0m)), (plan.Total, plan.Credit, plan.Payable, plan.Unassigned));
        Assert.Equal([new PaymentShare("card", Euros(50m))], plan.Shares);
    }

    [Fact]
    public void Plan_AsCredit_TouchesNoPaymentAndCarriesTheBonus()
    {
        var plan = RefundPlanner.Plan(Order("DE", 1, 50m), FirstUnit, RefundTerms.Plain with { AsCredit = true, Bonus = Euros(2.5m), Goodwill = Euros(1m) });

        Assert.Equal([PlanItemKind.Goods, PlanItemKind.Bonus, PlanItemKind.Goodwill], plan.Items.Select(item => item.Kind));
        Assert.Equal((Euros(53.5m), Euros(53.5m), Euros(0m), Euros(0m)), (plan.Total, plan.Credit, plan.Payable, plan.Unassigned));
        Assert.Empty(plan.Shares);
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(42, 8)]
    public void Plan_EvenOrCheaperVariantInstead_GivesTheDifferenceBack(int price, int back)
    {
        var plan = RefundPlanner.Plan(Order("DE", 1, 50m), FirstUnit, RefundTerms.Plain with { Exchange = Euros(price) });

        Assert.Equal(new PlanItem(PlanItemKind.Exchange, null, 0, -Euros(price)), plan.Items[^1]);
        Assert.Equal((Euros(back), Euros(back)), (plan.Total, plan.Payable));
    }

    [Fact]
    public void Plan_DearerVariantInstead_Throws()
    {
        var thrown = Assert.Throws<ArgumentException>(() => RefundPlanner.Plan(Order("DE", 1, 50m), FirstUnit, RefundTerms.Plain with { Exchange = Euros(50.01m) }));

        Assert.Contains("50.01 EUR", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_ToCredit_GiveAFixedBonusOnceAndAddUpPerCent()
    {
        var decision = Shop.Decide(Shop.Order("US"), Reason.ChangedMind);
        Decision With(decimal amount, string? rate) => decision with { Bonus = new Bonus(Euros(amount), rate is not null && Rate.TryPercent(rate, out var percent) ? percent : null) };

        var terms = RefundTerms.Plain.ToCredit([With(3m, null), With(5m, null), With(2m, "10%"), With(4m, "10%"), decision with { Bonus = null }]);

        Assert.Equal((true, Euros(11m)), (terms.AsCredit, terms.Bonus));
        Assert.Null(RefundTerms.Plain.ToCredit([decision with { Bonus = null }]).Bonus);
    }

    [Fact]
    public void Plan_UnitTwiceOrUnknown_Throws()
    {
        var order = Order("DE", 2, 50m);

        Assert.Throws<ArgumentException>(() => RefundPlanner.Plan(order, [new("1", [1, 1])], RefundTerms.Plain));
        Assert.Throws<ArgumentException>(() => RefundPlanner.Plan(order, [new("1", [1]), new("1", [1])], RefundTerms.Plain));
        Assert.Throws<ArgumentException>(() => RefundPlanner.Plan(order, [new("1", [3])], RefundTerms.Plain));
        Assert.Throws<ArgumentException>(() => RefundPlanner.Plan(order, [new("2", [1])], RefundTerms.Plain));
    }

    [Fact]
    public void Hash_ChangesWithWhatIsPaid_AndOnlyThen()
    {
        var order = Order("DE", 2, 50m);
        var hash = RefundPlanner.Plan(order, FirstUnit, RefundTerms.Plain).Hash;

        Assert.Equal(hash, RefundPlanner.Plan(order, FirstUnit, RefundTerms.Plain).Hash, StringComparer.Ordinal);
        Assert.Distinct(
        [
            hash,
            RefundPlanner.Plan(order, [new("1", [2])], RefundTerms.Plain).Hash,
            RefundPlanner.Plan(order, FirstUnit, new RefundTerms([new Fee("x", Euros(1m))], IncludeShipping: false)).Hash,
            RefundPlanner.Plan(order with { Number = "P-2" }, FirstUnit, RefundTerms.Plain).Hash,
            RefundPlanner.Plan(order, FirstUnit, RefundTerms.Plain with { AsCredit = true }).Hash,
        ], StringComparer.Ordinal);
    }

    // What a shopper confirmed before a new release is still recognised after it.
    [Fact]
    public void Hash_OfTheSamePlan_NeverChanges()
    {
        var order = Order("DE", quantity: 2, price: 50m, ("card", 70m, 0m, 1), ("gift", 30m, 0m, 1));
        var terms = new RefundTerms([new Fee("return-postage", Euros(4.9m))], IncludeShipping: false);

        Assert.Equal("70740ea016b93a7fbac8b2c233a57d09e9e4c9a810b5b197068fd497adb09cef", RefundPlanner.Plan(order, FirstUnit, terms).Hash);
        Assert.Equal("23c767084c69877d2414760f376fb11cabe3441a72447a57d21f19e57b2465a2", RefundPlanner.Plan(order, FirstUnit, terms with { Goodwill = Euros(1m) }).Hash);
    }

    [Fact]
    public void Plan_Shipping_IsTheStandardCostUpToTheNextStep()
    {
        var order = Order("KW", quantity: 1, price: 5m, ("card", 8m, 0m, 10));
        order = order with { Shipping = Money.FromAmount(3m, order.Currency) };
        var terms = RefundTerms.Plain with { IncludeShipping = true };

        Assert.Equal("7.010 KWD", RefundPlanner.Plan(order with { StandardShipping = Money.FromAmount(2.004m, order.Currency) }, FirstUnit, terms).Total.ToString());
        Assert.Equal("7.000 KWD", RefundPlanner.Plan(order with { StandardShipping = Money.FromAmount(2m, order.Currency) }, FirstUnit, terms).Total.ToString());
        Assert.Equal("8.000 KWD", RefundPlanner.Plan(order with { StandardShipping = Money.FromAmount(4m, order.Currency) }, FirstUnit, terms).Total.ToString());
        Assert.Equal("8.000 KWD", RefundPlanner.Plan(order, FirstUnit, terms).Total.ToString());
        Assert.Single(RefundPlanner.Plan(order with { StandardShipping = Money.Zero(order.Currency) }, FirstUnit, terms).Items);
        Assert.Single(RefundPlanner.Plan(order with { Shipping = Money.Zero(order.Currency) }, FirstUnit, terms).Items);
    }

    [Fact]
    public void Plan_NoUnits_HasNoItems() => Assert.Empty(RefundPlanner.Plan(Order("DE", 1, 50m), [new("1", [])], RefundTerms.Plain).Items);

    [Fact]
    public void Plan_FeeAboveWhatIsLeft_TakesNoMoreThanThat()
    {
        var plan = RefundPlanner.Plan(Order("DE", 1, 3m), FirstUnit, new RefundTerms([new Fee("a", Euros(2m)), new Fee("b", Euros(2m)), new Fee("c", Euros(2m)), new Fee("d", Euros(0m))], IncludeShipping: false));

        Assert.Equal(["a -2.00 EUR", "b -1.00 EUR"], plan.Items.Skip(1).Select(item => $"{item.MessageKey} {item.Amount}"));
        Assert.True(plan.Total.IsZero);
        Assert.Empty(plan.Shares);
    }

    [Fact]
    public void UnitAmounts_DiscountsOnLineAndOrder_AreSharedByWhatIsLeft()
    {
        var order = Order("DE", quantity: 3, price: 10m) with { Discount = Euros(10m), TaxIncluded = false };
        order = order with { Lines = [order.Lines[0] with { Discount = Euros(0.01m), Tax = Euros(1m) }] };

        Assert.Equal(
            ["1: 10.00 EUR -3.34 EUR +0.33 EUR", "2: 10.00 EUR -3.34 EUR +0.33 EUR", "3: 10.00 EUR -3.33 EUR +0.34 EUR"],
            RefundPlanner.UnitAmounts(order, "1").Select(unit => $"{unit.Unit}: {unit.Gross} -{unit.Discount} +{unit.Tax}"));
        Assert.All(RefundPlanner.UnitAmounts(order, "1"), unit => Assert.Equal(unit.Gross - unit.Discount + unit.Tax, unit.Total));
    }

    [Fact]
    public void Paid_PiecesOfALine_IsWhatWasPaidForThem()
    {
        var order = Order("KW", quantity: 3, price: 3.334m, ("card", 10m, 0m, 10));
        order = order with { Discount = Money.FromAmount(0.002m, order.Currency) };

        Assert.Equal(["3.330 KWD", "6.670 KWD", "10.000 KWD"], new int[][] { [1], [2, 3], [1, 2, 3] }.Select(units => RefundPlanner.Paid(order, new("1", units)).ToString()));
        Assert.Throws<ArgumentException>(() => RefundPlanner.Paid(order, new("1", [4])));
        Assert.Throws<ArgumentException>(() => RefundPlanner.Paid(order, new("2", [1])));
    }

    [Fact]
    public void CompletesOrder_EveryFreeUnitOfEveryLine_IsTheWhole()
    {
        var order = Shop.Order("DE", Shop.Line("DE", quantity: 2), Shop.Line("DE", id: "2"));

        Assert.False(RefundPlanner.CompletesOrder(order, [new("1", [1, 2])]));
        Assert.True(RefundPlanner.CompletesOrder(order, [new("1", [1, 2]), new("2", [1])]));
        Assert.True(RefundPlanner.CompletesOrder(order with { Recovered = [new("2", 1), new("1", 1)] }, [new("1", [2])]));
        Assert.False(RefundPlanner.CompletesOrder(order with { Recovered = [new("2", 1)] }, [new("1", [2])]));
    }

    [Fact]
    public void Terms_NoPieces_GiveNoShippingBack()
    {
        var order = Shop.Order("DE") with { Recovered = [new("1", 1)] };
        var withdrawn = Shop.Decide(Shop.Order("DE"), Reason.ChangedMind);

        Assert.False(RefundTerms.For(order, [withdrawn], []).IncludeShipping);
        Assert.False(RefundTerms.For(Shop.Order("DE"), [withdrawn, withdrawn with { Kind = RequestKind.Return, Other = null }], [new("1", [1])]).IncludeShipping);
        Assert.True(RefundTerms.For(Shop.Order("DE"), [withdrawn, withdrawn], [new("1", [1])]).IncludeShipping);
        Assert.False(RefundTerms.Plain.IncludeShipping);
    }

    [Fact]
    public void UnitSelection_Claim_TakesPiecesThatAreNotShippedBeforeThoseOnTheirWay()
    {
        var order = Shop.Order("US", Shop.Line("US", quantity: 4) with { Deliveries = [new(1, Shop.DaysAgo(3), Shop.DaysAgo(1)), new(2, Shop.DaysAgo(3), null)] });

        Assert.Equal([4], UnitSelection.For(order, new ReturnRequest("1", 1, Reason.Missing), Shop.Now).Units);
        Assert.Equal([2, 4], UnitSelection.For(order, new ReturnRequest("1", 2, Reason.Missing), Shop.Now).Units);
        Assert.Equal([1, 2], UnitSelection.For(order, new ReturnRequest("1", 2, Reason.ChangedMind), Shop.Now).Units);
        Assert.Equal([1, 2, 3, 4], UnitSelection.For(order, new ReturnRequest("1", 4, Reason.ChangedMind), Shop.Now).Units);
        Assert.Equal([1, 2, 3, 4], UnitSelection.For(order, new ReturnRequest("1", 9, Reason.Missing), Shop.Now).Units);
    }

    [Fact]
    public void Terms_LastPiecesWithdrawn_GiveShippingBackEvenWhenTheReturnWon()
    {
        var order = Shop.Order("DE", Shop.Line("DE", quantity: 2));
        var decision = Shop.Decide(order, Reason.ChangedMind, quantity: 2);
        Assert.Equal((RequestKind.Return, RequestKind.Withdrawal), (decision.Kind, decision.Other!.Kind));

        Assert.True(RefundTerms.For(order, [decision], [new("1", [1, 2])]).IncludeShipping);
        Assert.False(RefundTerms.For(order, [decision], [new("1", [1])]).IncludeShipping);
        Assert.True(RefundTerms.For(order with { Recovered = [new("1", 2)] }, [decision], [new("1", [1])]).IncludeShipping);
        Assert.False(RefundTerms.For(order, [decision with { Other = null }], [new("1", [1, 2])]).IncludeShipping);
    }

    [Fact]
    public void Terms_SameFeeOnSeveralLines_IsChargedOnce()
    {
        var decision = Shop.Decide(Shop.Order("US"), Reason.ChangedMind);
        Decision With(decimal amount) => decision with { Fees = [new Fee("return-postage", Euros(amount))] };

        var fee = Assert.Single(RefundTerms.For(Shop.Order("US"), [With(3m), With(5m), With(4m)], []).Fees);

        Assert.Equal(Euros(5m), fee.Amount);
    }

    [Theory]
    [InlineData(Reason.ChangedMind, 1, new[] { 2 })]
    [InlineData(Reason.ChangedMind, 2, new[] { 2, 4 })]
    [InlineData(Reason.Missing, 1, new[] { 1 })]
    [InlineData(Reason.Late, 3, new[] { 1, 2, 4 })]
    public void UnitSelection_PartlyDelivered_TakesThePiecesThatAreMeant(Reason reason, int quantity, int[] units)
    {
        // Unit 1 was not delivered, 2 and 3 were, 4 was; 3 is in a case already.
        var order = Shop.Order("US", Shop.Line("US", quantity: 4) with
        {
            Deliveries = [new(1, Shop.DaysAgo(3), null), new(2, Shop.DaysAgo(8), Shop.DaysAgo(5)), new(1, Shop.DaysAgo(8), Shop.DaysAgo(5))],
        }) with { Recovered = [new("1", 3)] };

        Assert.Equal(units, UnitSelection.For(order, new ReturnRequest("1", quantity, reason), Shop.Now).Units);
        Assert.Equal([1, 2, 4], RefundPlanner.FreeUnits(order, "1"));
    }

    private static Money Euros(decimal amount) => Money.FromAmount(amount, Currency.Of("EUR"));

    private static OrderFacts Order(string market, int quantity, decimal price, params (string Id, decimal Captured, decimal Refunded, int Step)[] payments)
    {
        var order = Shop.Order(market, Shop.Line(market, quantity: quantity, price: price));
        return payments.Length == 0 ? order : order with
        {
            Payments = [.. payments.Select(payment => new PaymentFacts(
                payment.Id,
                payment.Id,
                Money.FromAmount(payment.Captured, order.Currency),
                Money.FromAmount(payment.Refunded, order.Currency),
                payment.Step))],
        };
    }
}
