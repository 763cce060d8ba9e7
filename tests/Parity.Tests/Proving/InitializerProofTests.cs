using ParityNet.Initializers;
using ParityNet.Parity.Proving;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Initializers of one's own against the distributions of the specs.</summary>
public sealed class InitializerProofTests
{
    public static TheoryData<string> Examples => new(Catalog.Of(OpKind.Initializer).SelectMany(entry => entry.Examples).Select(spec => Cases.CSharp.Spec(spec)));

    [Theory, MemberData(nameof(Examples))]
    public void What_a_spec_draws_holds_in_both_types(string source)
    {
        var spec = (InitializerSpec)Catalog.Of(OpKind.Initializer).SelectMany(entry => entry.Examples).First(spec => Cases.CSharp.Spec(spec) == source);

        Proof wide = Prove.Initializer(spec, Drawn<double>(spec)), single = Prove.Initializer(spec, Drawn<float>(spec));

        Assert.True(wide.Holds, wide.Verdict);
        Assert.True(single.Holds, single.Verdict);
        Assert.EndsWith("with a probability of at most 1e-9.", wide.Verdict, StringComparison.Ordinal);
    }

    public static TheoryData<string, InitializerSpec, InitializerSpec> Mistakes => new()
    {
        { "numbers must come near the upper bound", new KaimingUniform(), new KaimingUniform(Mode: FanMode.FanOut) },
        { "numbers must come near the upper bound", new XavierUniform(2), new XavierUniform() },
        { "every number must lie from", new Uniform(-1, 1), new Uniform(-1, 1.0001) },
        { "numbers must come near the upper bound", new Uniform(0, 1), new Uniform(0, 0.9997) },
        { "a distance of at most", new KaimingNormal(), new KaimingNormal(Mode: FanMode.FanOut) },
        { "a distance of at most", new XavierNormal(), new KaimingNormal(Nonlinearity: Nonlinearity.Linear) },
        { "every number must lie from", new TruncatedNormal(0, 1, -2, 2), new Normal() },
        { "the variance must be the formula's", new Normal(0, 1), new Normal(0, 1.015) },
        { "the mean must be the formula's", new Normal(3, 1), new Normal(3.0235, 1) },
        { "every number must be the constant", new ConstantValue(0.5), new ConstantValue(0.25) },
        { "must be orthogonal and of one length", new Orthogonal(2), new Orthogonal() },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void Another_distribution_is_told(string told, InitializerSpec right, InitializerSpec mine)
    {
        Proof proof = Prove.Initializer(right, Drawn<double>(mine));

        Assert.Equal(ProofFailure.FormulaDiffers, proof.Failure);
        Assert.Contains(told, proof.Verdict, StringComparison.Ordinal);
    }

    // As PyTorch draws: the bound in double, and the number in float.
    [Fact]
    public void What_is_computed_in_float_holds()
    {
        float[] Mine(nint[] shape, ulong seed)
        {
            float bound = (float)Math.Sqrt(6.0 / (shape[1] * shape[2]));
            return [.. new Uniform().Draw<double>(shape, seed).Select(u => -bound + (bound - -bound) * (float)u)];
        }

        Proof proof = Prove.Initializer<float>(new KaimingUniform(), Mine);

        Assert.True(proof.Holds, proof.Verdict);
    }

    // One more in a fan of 15 is 3 % of the deviation.
    [Fact]
    public void A_fan_that_is_one_off_is_told()
    {
        double[] Mine(nint[] shape, ulong seed) => [.. new Normal(0, Math.Sqrt(2.0 / (shape[1] * shape[2] + 1))).Draw<double>(shape, seed)];

        Proof proof = Prove.Initializer<double>(new KaimingNormal(), Mine);

        Assert.False(proof.Holds);
        Assert.Contains("shape [1024, 3, 5], 8 seeds from ", proof.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_draw_is_told()
    {
        Assert.Contains("two seeds must draw other numbers", Prove.Initializer(new Normal(), (shape, _) => Drawn<double>(new Normal())(shape, 1)).Verdict, StringComparison.Ordinal);
        Assert.Contains("must be filled: expected 16384 numbers, got 0.", Prove.Initializer<float>(new Normal(), (_, _) => []).Verdict, StringComparison.Ordinal);
        Proof threw = Prove.Initializer<float>(new Normal(), (_, _) => throw new InvalidOperationException("no"));
        Assert.Equal(ProofFailure.Throws, threw.Failure);
        Assert.IsType<InvalidOperationException>(threw.Problem);
    }

    static Func<nint[], ulong, T[]> Drawn<T>(InitializerSpec spec) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> =>
        (shape, seed) => [.. spec.Draw<T>(shape, seed)];
}
