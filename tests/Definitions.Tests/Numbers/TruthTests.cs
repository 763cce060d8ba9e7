using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class TruthTests
{
    static readonly Truth[] All = [Truth.True, Truth.False, Truth.Maybe];

    [Fact]
    public void Operators_hold_every_outcome_of_their_operands_outcomes()
    {
        foreach (Truth a in All)
        {
            Assert.Equal(Outcomes(a).Select(x => !x).Order(), Outcomes(!a).Order());
            foreach (Truth b in All)
            {
                Assert.Equal(Pairs(a, b, (x, y) => x && y), Outcomes(a & b).Order());
                Assert.Equal(Pairs(a, b, (x, y) => x || y), Outcomes(a | b).Order());
            }
        }
    }

    [Fact]
    public void Chains_of_additions_are_those_of_each_class()
    {
        Assert.Equal(99, SumClass.Any.Chain(100));
        Assert.Equal(7, SumClass.Pairwise.Chain(100));
        Assert.Equal(15 + 6, SumClass.Blocked(16).Chain(100));
        Assert.Equal(0, SumClass.Any.Chain(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SumClass.Blocked(0));
    }

    static IEnumerable<bool> Pairs(Truth a, Truth b, Func<bool, bool, bool> combine) =>
        Outcomes(a).SelectMany(x => Outcomes(b).Select(y => combine(x, y))).Distinct().Order();

    static IEnumerable<bool> Outcomes(Truth truth)
    {
        if (truth.CanBeTrue)
            yield return true;
        if (truth.CanBeFalse)
            yield return false;
    }
}
