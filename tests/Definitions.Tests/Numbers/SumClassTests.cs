using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class SumClassTests
{
    [Fact]
    public void Chains_of_additions_are_those_of_each_class()
    {
        Assert.Equal(99, SumClass.Any.Chain(100));
        Assert.Equal(7, SumClass.Pairwise.Chain(100));
        Assert.Equal(15 + 6, SumClass.Blocked(16).Chain(100));
        Assert.Equal(0, SumClass.Any.Chain(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SumClass.Blocked(0));
    }
}
