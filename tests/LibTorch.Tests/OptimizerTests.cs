using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace ParityNet.LibTorchTests;

public sealed class OptimizerTests
{
    public OptimizerTests() => SystemLibTorch.Need();

    [Fact]
    public void Momentum_of_powers_of_two_is_exact()
    {
        using var scope = NewDisposeScope();
        Parameter weights = new(tensor(new[] { 1.0, -2.0 }));
        using var sgd = optim.SGD([weights], 0.5, momentum: 0.5);

        Step(sgd, weights);
        Assert.Equal([0.5, -1], weights.data<double>().ToArray());
        Step(sgd, weights);

        // velocity 0.5 * 1 + 0.5 = 1, so the weight goes from 0.5 to 0
        Assert.Equal([0.0, 0], weights.data<double>().ToArray());
        Assert.Equal([1.0, -2], ((SGD.State)sgd.state_dict().State[0]).momentum_buffer!.data<double>().ToArray());
    }

    [Fact]
    public void Maximizing_goes_the_other_way_and_leaves_the_gradient_as_it_was()
    {
        using var scope = NewDisposeScope();
        Parameter weights = new(tensor(new[] { 1.0 }));
        using var sgd = optim.SGD([weights], 0.5, maximize: true);
        Step(sgd, weights);
        Assert.Equal([1.5], weights.data<double>().ToArray());
        Assert.Equal([1.0], weights.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Adam_counts_steps_and_keeps_both_moments()
    {
        using var scope = NewDisposeScope();
        Parameter weights = new(tensor(new[] { 4.0 }));
        using var adam = optim.Adam([weights], 0.25, 0.5, 0.75);
        var nothing = (Adam.State)adam.state_dict().State[0];
        Assert.Equal(0, nothing.step);
        Assert.Null(nothing.exp_avg);
        Step(adam, weights);
        var state = (Adam.State)adam.state_dict().State[0];
        Assert.Equal(1, state.step);
        Assert.Equal([2.0], state.exp_avg!.data<double>().ToArray());
        Assert.Equal([4.0], state.exp_avg_sq!.data<double>().ToArray());
        Assert.Null(state.max_exp_avg_sq);
    }

    [Fact]
    public void Every_optimizer_lowers_a_parabola()
    {
        using var scope = NewDisposeScope();
        Func<Parameter[], optim.Optimizer>[] all =
        [
            p => optim.SGD(p, 0.1), p => optim.Adam(p), p => optim.AdamW(p, weight_decay: 0.1), p => optim.Adagrad(p), p => optim.RMSProp(p, centered: true, momentum: 0.5),
        ];
        foreach (Func<Parameter[], optim.Optimizer> make in all)
        {
            Parameter weights = new(tensor(new[] { 3.0 }));
            using optim.Optimizer optimizer = make([weights]);
            for (int i = 0; i < 10; i++)
                Step(optimizer, weights);
            Assert.True(weights.item<double>() is > 0 and < 3);
        }
    }

    // The gradient of half the square is the weight itself.
    static void Step(optim.Optimizer optimizer, Parameter weights)
    {
        using Tensor loss = weights.square().sum() / 2;
        weights.grad = autograd.grad([loss], [weights])[0];
        optimizer.step();
    }
}
