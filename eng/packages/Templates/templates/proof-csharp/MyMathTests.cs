using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Proving;
using ParityNet.Torch;
using Xunit;

public sealed class MyMathTests
{
    // Without libtorch the definition alone is the judge.
    static ProofOptions Options { get; } = new() { Against = TorchBackend.Unavailable is null ? new TorchBackend() : null };

    [Fact]
    public void My_loss_is_hubers() => Prove.Loss<float>(new Huber(Delta: 1), MyMath.Loss, Options).ThrowIfBroken();

    [Fact]
    public void My_step_is_that_of_momentum() =>
        Prove.Optimizer<float>(new Sgd(LearningRate: 0.1, Momentum: 0.9), MyMath.Step, Options).ThrowIfBroken();
}
