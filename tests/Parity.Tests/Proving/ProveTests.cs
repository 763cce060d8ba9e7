using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Proving;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Proofs of one's own mathematics.</summary>
public sealed class ProveTests
{
    static ProofOptions Options => new() { Against = Backends.Torch, Cases = 400 };

    [Fact]
    public void A_right_loss_holds()
    {
        Proof proof = Prove.Loss<float>(new Huber(0.5), Huber, Options);
        Assert.True(proof.Holds, proof.ToString());
        Assert.StartsWith("Holds: new Huber(Delta: 0.5) in float32, on 400 cases", proof.ToString(), StringComparison.Ordinal);
        proof.ThrowIfBroken();
    }

    [Fact]
    public void A_wrong_kink_is_shown_on_a_small_case()
    {
        Proof proof = Prove.Loss<float>(new Huber(0.5), (x, y) => Math.Abs(x - y) < 1 ? Huber(x, y) : new(Math.Abs(x - y), Math.Sign(x - y)), Options);
        Assert.False(proof.Holds);
        Assert.Contains("The simplest case:", proof.Verdict, StringComparison.Ordinal);
        Assert.Equal(proof.Verdict, Assert.Throws<ProofException>(proof.ThrowIfBroken).Message);
    }

    [Fact]
    public void What_your_code_throws_is_part_of_the_verdict() =>
        Assert.Contains("not today", Prove.Loss<double>(new SquaredError(), (_, _) => throw new InvalidOperationException("not today"), Options).Verdict, StringComparison.Ordinal);

    [Fact]
    public void Each_loss_given_as_a_tensor_loss_holds()
    {
        foreach (LossSpec spec in Catalog.Examples<LossSpec>())
        {
            Proof proof = Prove.Loss(spec, Backends.Native.Loss<double>(spec), new() { Cases = 60 });
            Assert.True(proof.Holds, proof.ToString());
        }
    }

    [Fact]
    public void A_right_rule_holds()
    {
        var adagrad = new Adagrad(0.1);
        Proof proof = Prove.Optimizer<double>(adagrad, step =>
        {
            double sum = step["sum"] + step.Gradient * step.Gradient;
            return step.WithState("sum", sum).WithParameter(step.Parameter - step.LearningRate * step.Gradient / (Math.Sqrt(sum) + adagrad.Epsilon));
        }, Options);
        Assert.True(proof.Holds, proof.ToString());
    }

    [Fact]
    public void A_rule_that_forgets_its_memory_breaks()
    {
        Proof proof = Prove.Optimizer<double>(new Adagrad(0.1), step => step.WithParameter(step.Parameter - step.LearningRate * Math.Sign(step.Gradient)), Options);
        Assert.False(proof.Holds);
        Assert.Contains("state", proof.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_no_catalogue_has_is_proved_by_its_own_definition()
    {
        Func<double, double, ValueAndDerivative<double>> right = (x, y) => new(Math.Sqrt(1 + (x - y) * (x - y)) - 1, (x - y) / Math.Sqrt(1 + (x - y) * (x - y)));
        Proof holds = Prove.Loss("pseudo_huber", new PseudoHuber(), right, options: Options);
        Assert.True(holds.Holds, holds.ToString());
        Assert.False(Prove.Loss<double>("pseudo_huber", new PseudoHuber(), (x, y) => right(x, y) with { Derivative = x - y }, options: Options).Holds);
    }

    static ValueAndDerivative<float> Huber(float x, float y)
    {
        float r = x - y, size = Math.Abs(r), delta = 0.5f;
        return size <= delta ? new(0.5f * r * r, r) : new(delta * (size - 0.5f * delta), float.IsNaN(r) ? r : Math.Sign(r) * delta);
    }

    sealed class PseudoHuber : IElementDefinition
    {
        public R Loss<R>(R prediction, R target) where R : struct, IReal<R> => R.Sqrt(R.One + R.Square(prediction - target)) - R.One;
    }
}
