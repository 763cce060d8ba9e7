using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Shrinks the step until the value falls by a fraction of what the gradient promises: the condition of Armijo.</summary>
/// <remarks><c>t ← ρt</c> until <c>φ(t) ≤ φ(0) + c₁tφ′(0)</c>. Each trial costs one value and no gradient. L. Armijo, 1966.</remarks>
/// <param name="Decrease">c₁: the fraction of the decrease; greater than 0, less than 1.</param>
/// <param name="Contraction">ρ: the factor on the step length; greater than 0, less than 1.</param>
/// <param name="MaxIterations">The maximum number of trial steps; at least 1.</param>
[Alias("armijo")]
public sealed record Backtracking(double Decrease = 1e-4, double Contraction = 0.5, int MaxIterations = 100)
    : LineSearchSpec(MaxIterations), IShowsExamples<LineSearchSpec>
{
    /// <inheritdoc/>
    public override string Name => "backtracking";

    /// <summary>c₁: the fraction of the decrease; greater than 0, less than 1.</summary>
    [Option("c1")]
    public double Decrease { get; init => field = Require.Within(value, 0, 1); } = Require.Within(Decrease, 0, 1);

    /// <summary>ρ: the factor on the step length; greater than 0, less than 1.</summary>
    [Option("rho")]
    public double Contraction { get; init => field = Require.Within(value, 0, 1); } = Require.Within(Contraction, 0, 1);

    /// <inheritdoc/>
    public static ImmutableArray<LineSearchSpec> Examples => [new Backtracking(), new Backtracking(0.1, 0.7, 40)];
}
