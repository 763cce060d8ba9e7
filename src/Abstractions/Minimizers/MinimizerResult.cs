using System.Collections.Immutable;
using System.Numerics;

namespace ParityNet.Minimizers;

/// <summary>Where a minimization ended, and why.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="State">The last state; to go on, minimize from it.</param>
/// <param name="Stopped">What ended it.</param>
/// <param name="Explanation">What ended it, in a sentence with the numbers.</param>
public sealed record MinimizerResult<T>(MinimizerState<T> State, StopReason Stopped, string Explanation)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>x: where the value is smallest.</summary>
    public ImmutableArray<T> Point => State.Point;

    /// <summary>f(x).</summary>
    public T Value => State.Value;

    /// <summary>The largest size of the gradient there; of the projected gradient with bounds, the KKT residual with constraints.</summary>
    public T GradientNorm => State.GradientNorm;

    /// <summary>The number of steps.</summary>
    public int Iterations => State.Iteration;

    /// <summary>How often the objective was evaluated.</summary>
    public EvaluationCounts Evaluations => State.Evaluations;

    /// <summary>The multipliers of the constraints; null where there are none.</summary>
    public Multipliers<T>? Multipliers => State.Multipliers;

    /// <summary>Whether a stopping rule of the method holds, rather than a limit or a failure.</summary>
    public bool Converged => Stopped is StopReason.GradientNorm or StopReason.Kkt or StopReason.Step or StopReason.Value;
}
