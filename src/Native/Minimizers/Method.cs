using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>A method of minimization in double precision.</summary>
abstract class Method
{
    /// <summary>The state at the start.</summary>
    public abstract MinimizerState<double> Init(Oracle oracle, double[] start);

    /// <summary>The state after one more step.</summary>
    public abstract MinimizerState<double> Step(Oracle oracle, MinimizerState<double> state);

    /// <summary>A state with nothing remembered.</summary>
    protected static MinimizerState<double> State(Oracle oracle, double[] x, double value, double[] gradient, double norm)
    {
        var state = new MinimizerState<double>([.. x], value, [.. gradient], 0, oracle.Counts, ImmutableDictionary<string, Tensor<double>>.Empty)
        {
            GradientNorm = norm,
            Differenced = oracle.Differenced,
        };
        return double.IsFinite(value) && Vectors.AreFinite(gradient) ? state : Ended(state, StopReason.NotFinite, double.IsFinite(value)
            ? "The gradient must be finite at the start: expected finite numbers, got one that is not."
            : FormattableString.Invariant($"The objective must be finite at the start: expected a finite number, got {value}."));
    }

    /// <summary>The state, with the reason to stop.</summary>
    protected static MinimizerState<double> Ended(MinimizerState<double> state, StopReason reason, string explanation) =>
        state with { Stopped = reason, Explanation = explanation };
}
