using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class PlainTests
{
    // glibc states an error of at most 2 ULP for exp, log, sinh and tanh: 4 half-units.
    const int Library = 4;

    [Fact]
    public void Functions_stay_as_near_to_the_exact_ones_as_their_operations_do()
    {
        // In half-units, of which one is at most an ULP. Expm1 is a product of two functions.
        const int expm1 = 2 * Library + 1;
        // A sum and a quotient.
        const int sigmoid = Library + 2;
        // The sum 1 + x, a quotient and a product.
        const int log1p = Library + 3;
        // The logarithm of an exponential, whose own error it does not increase, and a sum.
        const int softplus = Library + log1p + 1;
        Random random = new(15);
        for (int i = 0; i < 2_000; i++)
        {
            double x = Math.Pow(10, random.NextDouble() * 8 - 7) * (random.Next(2) * 2 - 1);
            Assert.InRange(Exact.Expm1(Exact.Of(x)).UlpError(Plain.Expm1(new(x)).Value), 0, expm1);
            Assert.InRange(Exact.Tanh(Exact.Of(x)).UlpError(Plain.Tanh(new(x)).Value), 0, Library);
            Assert.InRange(Exact.Sigmoid(Exact.Of(x)).UlpError(Plain.Sigmoid(new(x)).Value), 0, sigmoid);
            Assert.InRange(Exact.Softplus(Exact.Of(x)).UlpError(Plain.Softplus(new(x)).Value), 0, softplus);
            if (x > -1)
                Assert.InRange(Exact.Log1p(Exact.Of(x)).UlpError(Plain.Log1p(new(x)).Value), 0, log1p);
        }
    }

    [Fact]
    public void The_error_function_rounds_to_what_a_float_may_be()
    {
        Random random = new(16);
        for (int i = 0; i < 2_000; i++)
        {
            float x = (float)(Math.Pow(10, random.NextDouble() * 8 - 7) * (random.Next(2) * 2 - 1));
            Assert.True(Enclosure<float>.Erf(Enclosure<float>.Exact(x)).Contains((float)Plain.Erf(new(x)).Value), $"{x:R}");
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
        Assert.False(Enclosure<double>.FromHost(rate).IsWide);
        Assert.True(Exact.FromHost(rate).UlpError((float)plain) < 1);
        Assert.True(Dual<Plain>.FromHost(rate).IsConstant);
        Assert.Equal(Math.PI, Plain.FromHost(Host.Pi).Value);
        Assert.True(Enclosure<double>.FromHost(Host.Max(Host.Log(2), Host.Min(0 - Host.One, 0.25))).Contains(Math.Log(2)));
    }
}
