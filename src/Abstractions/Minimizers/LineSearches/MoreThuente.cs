using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>The line search of Moré and Thuente: the strong conditions of Wolfe by safeguarded interpolation of an auxiliary function.</summary>
/// <remarks>
/// <c>φ(t) ≤ φ(0) + c₁tφ′(0)</c> and <c>|φ′(t)| ≤ c₂|φ′(0)|</c>. MINPACK-2's <c>dcsrch</c>, as in L-BFGS-B and SciPy.
/// J. J. Moré and D. J. Thuente, 1994.
/// </remarks>
/// <param name="Decrease">c₁: the fraction of the decrease; greater than 0, less than c₂.</param>
/// <param name="Curvature">c₂: the fraction of the derivative at the start; greater than c₁, less than 1.</param>
/// <param name="MaxIterations">The maximum number of trial steps; at least 1.</param>
[Alias("dcsrch")]
public sealed record MoreThuente(double Decrease = 1e-4, double Curvature = 0.9, int MaxIterations = 100)
    : WolfeFamily(Decrease, Curvature, MaxIterations), IShowsExamples<LineSearchSpec>
{
    /// <inheritdoc/>
    public override string Name => "more_thuente";

    /// <inheritdoc/>
    public static ImmutableArray<LineSearchSpec> Examples => [new MoreThuente(), new MoreThuente(1e-3, 0.1, 40)];
}
