using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Initializers;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Reports.Training;
using ParityNet.Training;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Training on several backends at once, with all that a network may have.</summary>
public sealed class LockStepTests
{
    static readonly Perceptron Network = new([2, 8, 1], new PReLU(), new Identity(), Normalization.Batch, 0.2, 0.25, new KaimingNormal());

    static readonly TrainingPlan Plan = new(Network, new SquaredError(), new Adam(0.02), ParityNet.Schedules.Constant.Full, 30, 16, new EarlyStopping(30, 0), 3)
    {
        Penalties = [new L1Penalty(1e-4), new L2Penalty(1e-3)],
    };

    [Fact]
    public void Both_backends_learn_with_batch_normalisation_dropout_and_penalties()
    {
        var training = new LockStep<double>(Plan, [Backends.Native, Backends.RequireTorch()]);
        EpochResult[] epochs = [.. training.Run(Examples(65, 1), Examples(32, 2), TestContext.Current.CancellationToken)];
        // The last batch of 65 examples has one, which has no variance.
        Assert.Equal(4, epochs[0].Steps);
        Assert.All(epochs[^1].ValidationLoss.Zip(epochs[0].ValidationLoss), loss => Assert.True(loss.First < loss.Second / 2));
    }

    [Fact]
    public void The_seed_decides_the_masks_too()
    {
        EpochResult[] first = Train(Plan), again = Train(Plan), other = Train(Plan with { Seed = 4 });
        Assert.Equal(first.Select(e => e.TrainingLoss[0]), again.Select(e => e.TrainingLoss[0]));
        Assert.NotEqual(first.Select(e => e.TrainingLoss[0]), other.Select(e => e.TrainingLoss[0]));
        Assert.NotEqual(first[0].TrainingLoss[0], Train(Plan with { Model = Network with { Dropout = 0 } })[0].TrainingLoss[0]);
    }

    [Fact]
    public void A_strong_penalty_of_absolute_values_leaves_weights_near_0_and_biases_alone()
    {
        TrainingPlan plan = Plan with { Model = new Perceptron([2, 1], new Identity(), new Identity()), Optimizer = new Sgd(0.01), Penalties = [new L1Penalty(100)] };
        var training = new LockStep<double>(plan, [Backends.Native]);
        Assert.NotEmpty(training.Run(Examples(64, 1), Examples(32, 2), TestContext.Current.CancellationToken));
        double[] weights = training.Parameters(0)[0].Flat().ToArray();
        // Each step goes back or forth by 0.01·100.
        Assert.All(weights, weight => Assert.InRange(Math.Abs(weight), 0, 2));
        Assert.NotEqual(0, training.Parameters(0)[1].Flat()[0]);
    }

    static EpochResult[] Train(TrainingPlan plan) => [.. new LockStep<double>(plan with { Epochs = 2 }, [Backends.Native]).Run(Examples(33, 1), Examples(8, 2))];

    static Dataset<double> Examples(int count, ulong seed)
    {
        var random = new Xoshiro(seed);
        double[] inputs = [.. Enumerable.Range(0, 2 * count).Select(_ => random.NextNormal())];
        return new(Tensor.Create(inputs, [count, 2]), Tensor.Create<double>([.. inputs.Chunk(2).Select(x => 2 * x[0] - x[1])], [count, 1]));
    }
}
