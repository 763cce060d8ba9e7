using System.Numerics;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>The step in place has the bits of the pure step, and both increment the step count.</summary>
sealed class InPlace : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (OptimizerCase<T>)@case;
        IOptimizer<T> optimizer = backend.Optimizer<T>(from.Optimizer);
        OptimizerState<T> pure = optimizer.Update(from.State, from.Gradients, from.LearningRate);
        OptimizerState<T> after = optimizer.UpdateInPlace(from.State.Copy(), from.Gradients, from.LearningRate);
        foreach (long step in (long[])[pure.Step, after.Step])
            if (step != from.State.Step + 1)
                return $"the step count must go up by 1: expected {from.State.Step + 1}, got {step}.";
        return Repeats.Differ(OptimizerCase<T>.Quantities(from.Optimizer, pure), OptimizerCase<T>.Quantities(from.Optimizer, after));
    }
}
