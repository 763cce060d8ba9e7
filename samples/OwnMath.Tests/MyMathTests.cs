using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Proving;
using ParityNet.Torch;
using Xunit;

namespace ParityNet.Samples.OwnMath.Tests;

public sealed class MyMathTests
{
    static ProofOptions Options { get; } = new() { Against = TorchBackend.Unavailable is null ? new TorchBackend() : null };

    [Fact]
    public void MyHuberIsHubersLoss() => Prove.Loss<float>(new Huber(Delta: 0.5), MyHuber.Loss, Options).ThrowIfBroken();

    [Fact]
    public void MyAdamIsAdam() => Prove.Optimizer<float>(new Adam(), MyAdam.Step, Options).ThrowIfBroken();

    [Fact]
    public void AForgottenHalfIsShown()
    {
        Proof proof = Prove.Loss<float>(new Huber(Delta: 0.5), MyHuber.Wrong, Options);
        Assert.False(proof.Holds);
        Assert.Contains("MyHuber.Wrong(", proof.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEpsilonUnderTheRootIsShown() => Assert.False(Prove.Optimizer<float>(new Adam(), MyAdam.Wrong, Options).Holds);
}
