using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Reports.Trajectories;

/// <summary>The setting of a trajectory: a network, the loss of its output, and an optimizer.</summary>
/// <param name="Name">The regime in words.</param>
/// <param name="Model">The network.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Optimizer">The optimizer.</param>
sealed record Regime(string Name, Perceptron Model, LossSpec Loss, OptimizerSpec Optimizer)
{
    /// <summary>All regimes, from stable to chaotic: a small regression network with three optimizers.</summary>
    public static ImmutableArray<Regime> All { get; } =
    [
        new("SGD 0.01, tanh", Network(new Tanh()), new SquaredError(), new Sgd(0.01)),
        new("Adam 0.001, tanh", Network(new Tanh()), new SquaredError(), new Adam(0.001)),
        new("Adam 0.01, ReLU", Network(new ReLU()), new SquaredError(), new Adam(0.01)),
    ];

    static Perceptron Network(ActivationSpec hidden) => new([4, 32, 1], hidden, new Identity());
}
