using System.Collections.Immutable;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Schedules;
using ParityNet.Training;

namespace ParityNet.Reports.Training;

/// <summary>The complete settings of a training run.</summary>
/// <param name="Model">The model.</param>
/// <param name="Loss">Its loss; reduced.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Schedule">The learning-rate schedule, per step.</param>
/// <param name="Epochs">The maximum number of epochs; at least 1.</param>
/// <param name="BatchSize">The batch size; at least 1.</param>
/// <param name="Stopping">The rule of early stopping.</param>
/// <param name="Seed">The seed of the initial weights and the batches.</param>
/// <param name="Plateau">The rule that lowers the schedule's base rate when the validation loss stops falling; null for none.</param>
sealed record TrainingPlan(
    ModelSpec Model, LossSpec Loss, OptimizerSpec Optimizer, ScheduleSpec Schedule, int Epochs, int BatchSize, EarlyStopping Stopping, ulong Seed,
    ScheduleSpec? Plateau = null)
{
    /// <summary>The maximum number of epochs; at least 1.</summary>
    public int Epochs { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Epochs, 1);

    /// <summary>Weight penalties, whose gradients are added to those of the loss.</summary>
    public ImmutableArray<Penalty> Penalties { get; init; } = [];

    /// <summary>The batch size; at least 1.</summary>
    public int BatchSize { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(BatchSize, 1);

    /// <summary>The optimizer of the first step, whose slots are those of all steps.</summary>
    public OptimizerSpec Start => OptimizerAt(Plateau?.Start(Optimizer.LearningRate), 0);

    /// <summary>The optimizer of a step: the schedule sets the rate, whose base the plateau lowers, and perhaps the momentum.</summary>
    /// <param name="plateau">The state of the plateau; null for none.</param>
    /// <param name="step">The step, from 0.</param>
    public OptimizerSpec OptimizerAt(PlateauState? plateau, long step) =>
        Schedule.Apply(plateau is null ? Optimizer : Plateau!.Apply(Optimizer, plateau), step);
}
