using ParityNet.Losses;
using ParityNet.Parity.Proving;

namespace ParityNet.Tests;

public class OwnLossTests
{
    [Fact]
    public void My_loss_is_hubers() => Prove.Loss<float>(new Huber(Delta: 1), Better).ThrowIfBroken();

    [Fact]
    public void Slip_is_found() =>
        Assert.Throws<ProofException>(() => Prove.Loss<float>(new Huber(Delta: 1), (p, t) => new(Better(p, t).Value, 2 * (p - t))).ThrowIfBroken());

    static ValueAndDerivative<float> Better(float prediction, float target)
    {
        float r = prediction - target, derivative = Math.Clamp(r, -1, 1);
        return new(derivative * (r - derivative / 2), derivative);
    }
}
