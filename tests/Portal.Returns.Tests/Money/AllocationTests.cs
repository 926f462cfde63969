using CsCheck;

namespace Portal.Returns.Tests.Amounts;

public sealed class AllocationTests
{
    private static readonly Currency Euro = Currency.Of("EUR");

    private static readonly Gen<int> Steps = Gen.Int[0, 3].Select(index => new[] { 1, 5, 10, 100 }[index]);

    private static readonly Gen<(long[] Weights, long Total, int Step)> Splits =
        Gen.Select(Gen.Long[0, 5_000].Array[1, 9], Gen.Long[-9_999, 60_000], Steps);

    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, 1, new long[] { 34, 33, 33 })]
    [InlineData(101, new long[] { 1, 1, 1 }, 1, new long[] { 34, 34, 33 })]
    [InlineData(-100, new long[] { 1, 1, 1 }, 1, new long[] { -34, -33, -33 })]
    [InlineData(5, new long[] { 0, 0 }, 1, new long[] { 3, 2 })]
    [InlineData(10, new long[] { 3, 0, 7 }, 1, new long[] { 3, 0, 7 })]
    [InlineData(10_000, new long[] { 10_000, 10_000, 10_000 }, 10, new long[] { 3_340, 3_330, 3_330 })]
    [InlineData(10_003, new long[] { 10_000, 10_000, 10_000 }, 10, new long[] { 3_340, 3_333, 3_330 })]
    [InlineData(20, new long[] { 5, 15 }, 10, new long[] { 5, 15 })]
    public void Split_Total_IsSharedByLargestRemainder(long total, long[] weights, int step, long[] shares) =>
        Assert.Equal(shares, Allocation.Split(new Money(total, Euro), weights, step).Select(share => share.Minor));

    [Fact]
    public void Split_Any_SumsExactly() => Splits.Sample((weights, total, step) =>
        Allocation.Split(new Money(total, Euro), weights, step).Sum(share => share.Minor) == total);

    [Fact]
    public void Split_TotalWithinWeights_ExceedsNone() => Splits.Sample((weights, total, step) =>
        total > weights.Sum() || total < 0 || Allocation.Split(new Money(total, Euro), weights, step).Zip(weights).All(pair => pair.First.Minor >= 0 && pair.First.Minor <= pair.Second));

    [Fact]
    public void Split_TotalInSteps_LeavesAtMostWhatHasNoRoomOffStep() => Splits.Sample((weights, total, step) =>
    {
        var whole = Math.Abs(total) / step * step;
        var roomy = weights.Select(weight => weight * step * 20).ToArray();
        return Allocation.Split(new Money(whole, Euro), roomy, step).All(share => share.Minor % step == 0) || roomy.Sum() < whole;
    });

    [Fact]
    public void Split_HugeAmounts_DoNotOverflow() =>
        Assert.Equal([long.MaxValue - 1, 1], Allocation.Split(new Money(long.MaxValue, Euro), [long.MaxValue - 1, 1]).Select(share => share.Minor));

    [Fact]
    public void RoundToStep_Any_KeepsTheSumAndIsInSteps() => Gen.Select(Gen.Long[0, 5_000].Array[1, 9], Steps).Sample((amounts, step) =>
    {
        var rounded = Allocation.RoundToStep([.. amounts.Select(amount => new Money(amount, Euro))], step);
        return rounded.Sum(amount => amount.Minor) == amounts.Sum()
            && rounded.Count(amount => amount.Minor % step != 0) <= 1
            && rounded.Zip(amounts).All(pair => pair.First.Minor >= 0 && Math.Abs(pair.First.Minor - pair.Second) < step);
    });

    [Fact]
    public void Split_OverNothing_GivesNothingOrThrows()
    {
        Assert.Empty(Allocation.Split(Money.Zero(Euro), []));
        Assert.Throws<ArgumentException>(() => Allocation.Split(new Money(1, Euro), []));
        Assert.Equal([0, 0], Allocation.Split(Money.Zero(Euro), [3, 4]).Select(share => share.Minor));
    }

    [Theory]
    [InlineData(7, 10)]
    [InlineData(-7, 10)]
    [InlineData(25, 10)]
    public void Split_OverOne_GivesItAll(long total, int step) => Assert.Equal([total], Allocation.Split(new Money(total, Euro), [3], step).Select(share => share.Minor));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Step_BelowOne_Throws(int step)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Split(new Money(5, Euro), [1, 1], step));
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.RoundToStep([new Money(5, Euro)], step));
    }

    [Fact]
    public void RoundToStep_NegativeAmount_Throws() => Assert.Throws<ArgumentException>(() => Allocation.RoundToStep([new Money(5, Euro), new Money(-1, Euro)], 10));

    [Theory]
    [InlineData(new long[] { 14, 26 }, 10, new long[] { 10, 30 })]
    [InlineData(new long[] { 0, 26 }, 10, new long[] { 0, 26 })]
    [InlineData(new long[] { 0, 0 }, 10, new long[] { 0, 0 })]
    [InlineData(new long[] { 4, 4 }, 10, new long[] { 8, 0 })]
    [InlineData(new long[] { 5, 5 }, 10, new long[] { 10, 0 })]
    [InlineData(new long[] { 7, 8 }, 1, new long[] { 7, 8 })]
    public void RoundToStep_Amounts_AreWholeStepsButForTheRest(long[] amounts, int step, long[] rounded) =>
        Assert.Equal(rounded, Allocation.RoundToStep([.. amounts.Select(amount => new Money(amount, Euro))], step).Select(amount => amount.Minor));

    [Theory]
    [InlineData(30, new long[] { 10, 0, 20 }, 10, new long[] { 10, 0, 20 })]
    [InlineData(5, new long[] { 0, 9 }, 10, new long[] { 0, 5 })]
    [InlineData(15, new long[] { 9, 9 }, 5, new long[] { 9, 6 })]
    [InlineData(20, new long[] { 10, 10 }, 10, new long[] { 10, 10 })]
    public void Split_WithinWeights_GivesStepsWhereThereIsRoom(long total, long[] weights, int step, long[] shares) =>
        Assert.Equal(shares, Allocation.Split(new Money(total, Euro), weights, step).Select(share => share.Minor));

    [Fact]
    public void Split_NegativeWeight_Throws() => Assert.Throws<ArgumentException>(() => Allocation.Split(new Money(1, Euro), [-1, 2]));
}
