using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>Repeats steps until one is stopped or a limit is reached; the same for every backend.</summary>
static class MinimizerRun
{
    // A value below this is taken for that of an objective without a minimum, as MATLAB's ObjectiveLimit has it.
    const double Lowest = -1e20;

    public static MinimizerResult<T> From<T>(
        MinimizerState<T> start, MinimizerSpec spec, Func<MinimizerState<T>, MinimizerState<T>> step, Func<MinimizerState<T>, bool> goesOn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MinimizerState<T> state = start;
        while (true)
        {
            bool isWanted = goesOn(state);
            if (state.Stopped is { } reason)
                return new(state, reason, state.Explanation ?? "");
            if (double.CreateChecked(state.Value) < Lowest)
                return new(state, StopReason.Unbounded, FormattableString.Invariant($"The value falls without end: it is {state.Value} already."));
            if (state.Iteration - start.Iteration >= spec.MaxIterations)
                return new(state, StopReason.Iterations, $"The limit of iterations is reached: {spec.MaxIterations}.");
            // The evaluation of the start counts, as in PyTorch.
            int before = start.Iteration == 0 ? 0 : start.Evaluations.Value - 1;
            if (spec.EvaluationLimit is { } most && state.Evaluations.Value - before >= most)
                return new(state, StopReason.Evaluations, $"The limit of evaluations is reached: {most}.");
            if (!isWanted)
                return new(state, StopReason.Cancelled, "The caller ended it.");
            state = step(state);
        }
    }
}
