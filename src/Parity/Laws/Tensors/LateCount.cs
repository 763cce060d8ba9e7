using System.Numerics;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>The step count increments after 2²⁴ steps, where a counter stored as float does not.</summary>
sealed class LateCount : ITensorLaw
{
    const long Late = 1L << 24;

    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (OptimizerCase<T>)@case;
        IOptimizer<T> optimizer = backend.Optimizer<T>(from.Optimizer);
        OptimizerState<T> late = from.State with { Step = Late };
        foreach (long step in (long[])[optimizer.Update(late, from.Gradients).Step, optimizer.UpdateInPlace(late.Copy(), from.Gradients).Step])
            if (step != Late + 1)
                return $"the step count must go up by 1: expected {Late + 1}, got {step}.";
        return null;
    }
}
