using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class PlainTests
{
    [Fact]
    public void Functions_stay_within_a_few_ULP_of_the_exact_ones()
    {
        Random random = new(15);
        for (int i = 0; i < 2_000; i++)
        {
            double x = Math.Pow(10, random.NextDouble() * 8 - 7) * (random.Next(2) * 2 - 1);
            Assert.InRange(Exact.Erf(Exact.Of(x)).UlpError(Plain.Erf(new(x)).Value), 0, 8);
            Assert.InRange(Exact.Expm1(Exact.Of(x)).UlpError(Plain.Expm1(new(x)).Value), 0, 8);
            Assert.InRange(Exact.Tanh(Exact.Of(x)).UlpError(Plain.Tanh(new(x)).Value), 0, 8);
            Assert.InRange(Exact.Sigmoid(Exact.Of(x)).UlpError(Plain.Sigmoid(new(x)).Value), 0, 8);
            Assert.InRange(Exact.Softplus(Exact.Of(x)).UlpError(Plain.Softplus(new(x)).Value), 0, 8);
            if (x > -1)
                Assert.InRange(Exact.Log1p(Exact.Of(x)).UlpError(Plain.Log1p(new(x)).Value), 0, 8);
        }
    }

    [Fact]
    public void A_host_expression_is_evaluated_in_every_system()
    {
        Host rate = 0.001 / (1 - Host.Pow(0.9, 10)) * Host.Sqrt(1 - Host.Pow(0.999, 10));
        double plain = 0.001 / (1 - Math.Pow(0.9, 10)) * Math.Sqrt(1 - Math.Pow(0.999, 10));
        Assert.Equal(plain, Plain.FromHost(rate).Value);
        Assert.True(Enclosure<float>.FromHost(rate).Contains((float)plain));
        Assert.InRange(Enclosure<float>.FromHost(rate).WidthInUlp, 0, 1);
        Assert.True(Enclosure<double>.FromHost(rate).Contains(plain));
        Assert.False(Enclosure<double>.FromHost(rate).IsVacuous);
        Assert.True(Exact.FromHost(rate).UlpError((float)plain) < 1);
        Assert.True(Dual<Plain>.FromHost(rate).IsConstant);
        Assert.Equal(Math.PI, Plain.FromHost(Host.Pi).Value);
        Assert.True(Enclosure<double>.FromHost(Host.Max(Host.Log(2), Host.Min(0 - Host.One, 0.25))).Contains(Math.Log(2)));
    }
}
