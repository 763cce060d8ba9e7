using System.Collections.Immutable;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Schedules;
using ParityNet.Training;

namespace ParityNet.Reports.Training;

/// <summary>Everything that decides how a model is trained, as data.</summary>
/// <param name="Model">The model.</param>
/// <param name="Loss">Its loss; reduced.</param>
/// <param name="Optimizer">The rule of its steps.</param>
/// <param name="Schedule">The learning rate by the step.</param>
/// <param name="Epochs">How many passes over the examples at most; at least 1.</param>
/// <param name="BatchSize">Examples in a batch; at least 1.</param>
/// <param name="Stopping">When to stop early.</param>
/// <param name="Seed">Decides the initial weights and the batches.</param>
/// <param name="Plateau">What lowers the rate that the schedule starts from when the validation loss stops falling; null for nothing.</param>
public sealed record TrainingPlan(
    ModelSpec Model, LossSpec Loss, OptimizerSpec Optimizer, ScheduleSpec Schedule, int Epochs, int BatchSize, EarlyStopping Stopping, ulong Seed,
    ScheduleSpec? Plateau = null)
{
    /// <summary>How many passes over the examples at most; at least 1.</summary>
    public int Epochs { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Epochs, 1);

    /// <summary>Penalties of the weights, whose gradients are added to those of the loss.</summary>
    public ImmutableArray<Penalty> Penalties { get; init; } = [];

    /// <summary>Examples in a batch; at least 1.</summary>
    public int BatchSize { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(BatchSize, 1);
}
