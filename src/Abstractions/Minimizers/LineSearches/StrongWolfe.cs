using System.Collections.Immutable;

namespace ParityNet.Minimizers;

/// <summary>Brackets a minimum and narrows the bracket by safeguarded cubic interpolation until the strong conditions of Wolfe hold.</summary>
/// <remarks>
/// <c>φ(t) ≤ φ(0) + c₁tφ′(0)</c> and <c>|φ′(t)| ≤ c₂|φ′(0)|</c>. The search of <c>torch.optim.LBFGS</c>, which is that of minFunc.
/// J. Nocedal and S. J. Wright, <i>Numerical Optimization</i>, algorithms 3.5 and 3.6.
/// </remarks>
/// <param name="Decrease">c₁: the fraction of the decrease; greater than 0, less than c₂.</param>
/// <param name="Curvature">c₂: the fraction of the derivative at the start; greater than c₁, less than 1.</param>
/// <param name="MaxIterations">The maximum number of trial steps; at least 1.</param>
public sealed record StrongWolfe(double Decrease = 1e-4, double Curvature = 0.9, int MaxIterations = 25)
    : WolfeFamily(Decrease, Curvature, MaxIterations), IShowsExamples<LineSearchSpec>
{
    /// <inheritdoc/>
    public override string Name => "strong_wolfe";

    /// <inheritdoc/>
    public static ImmutableArray<LineSearchSpec> Examples => [new StrongWolfe(), new StrongWolfe(0.01, 0.1, 40)];
}
