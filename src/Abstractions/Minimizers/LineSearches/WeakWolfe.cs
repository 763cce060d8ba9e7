using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Bisects, or doubles, until the conditions of Wolfe hold: enough decrease, and a derivative that has risen.</summary>
/// <remarks>
/// <c>φ(t) ≤ φ(0) + c₁tφ′(0)</c> and <c>φ′(t) ≥ c₂φ′(0)</c>. It needs no smoothness beyond that of the line and suits functions with kinks.
/// P. Wolfe, 1969; A. S. Lewis and M. L. Overton, 2013.
/// </remarks>
/// <param name="Decrease">c₁: the fraction of the decrease; greater than 0, less than c₂.</param>
/// <param name="Curvature">c₂: the fraction of the derivative at the start; greater than c₁, less than 1.</param>
/// <param name="MaxIterations">The maximum number of trial steps; at least 1.</param>
public sealed record WeakWolfe(double Decrease = 1e-4, double Curvature = 0.9, int MaxIterations = 100)
    : WolfeFamily(Decrease, Curvature, MaxIterations), IShowsExamples<LineSearchSpec>
{
    /// <inheritdoc/>
    public override string Name => "weak_wolfe";

    /// <inheritdoc/>
    public static ImmutableArray<LineSearchSpec> Examples => [new WeakWolfe(), new WeakWolfe(0.01, 0.5, 40)];
}
