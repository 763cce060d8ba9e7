using System.Numerics;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>A step in place is the step.</summary>
sealed class InPlace : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (OptimizerCase<T>)@case;
        OptimizerState<T> after = backend.Optimizer<T>(from.Optimizer).UpdateInPlace(from.State.Copy(), from.Gradients, from.LearningRate);
        return after.Step != from.State.Step + 1
            ? $"the step count must go up by 1: expected {from.State.Step + 1}, got {after.Step}."
            : Repeats.Differ(from.Run(backend), OptimizerCase<T>.Quantities(from.Optimizer, after));
    }
}
