using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Minimizers;

/// <summary>The state of a minimization between two steps: the point, value and gradient there, and named slots.</summary>
/// <remarks>Immutable, so that iterating, inspecting, saving and resuming are the caller's; a resumed minimization goes on bit for bit.</remarks>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Point">x.</param>
/// <param name="Value">f(x).</param>
/// <param name="Gradient">∇f(x); with residuals under a robust loss, that of the robust sum.</param>
/// <param name="Iteration">The number of steps done; 0 at the start.</param>
/// <param name="Evaluations">The evaluations done.</param>
/// <param name="Slots">What the method remembers, by name: an inverse Hessian, a history of steps, a trust-region radius.</param>
public sealed record MinimizerState<T>(
    ImmutableArray<T> Point, T Value, ImmutableArray<T> Gradient, int Iteration, EvaluationCounts Evaluations,
    ImmutableDictionary<string, Tensor<T>> Slots) where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Why the method stops here; null while it goes on. Set to null to go on all the same.</summary>
    public StopReason? Stopped { get; init; }

    /// <summary>Why the method stops here, in a sentence; null while it goes on.</summary>
    public string? Explanation { get; init; }

    /// <summary>What the stopping rule looks at: <c>max |∇f|</c>; the projected gradient with bounds, the KKT residual with constraints.</summary>
    public T GradientNorm { get; init; }

    /// <summary>The step length of the last line search, or the ratio of actual to predicted reduction of a trust region; NaN before.</summary>
    public T StepLength { get; init; } = T.NaN;

    /// <summary>The multipliers of the constraints; null where there are none.</summary>
    public Multipliers<T>? Multipliers { get; init; }

    /// <summary>The derivatives that are made from finite differences.</summary>
    public Differenced Differenced { get; init; }

    /// <summary>One slot.</summary>
    /// <param name="slot">Its name.</param>
    public Tensor<T> this[string slot] => Slots[slot];
}
