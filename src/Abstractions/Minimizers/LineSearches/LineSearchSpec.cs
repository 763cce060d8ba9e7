namespace ParityNet.Minimizers;

/// <summary>A line search: how far to go along a direction in which the value falls.</summary>
/// <remarks>With <c>φ(t) = f(x + td)</c> and <c>φ′(0) = ∇f·d &lt; 0</c>, it looks for a step length t.</remarks>
public abstract record LineSearchSpec : OpSpec
{
    readonly int maxIterations;

    /// <summary>Builds a line search.</summary>
    /// <param name="maxIterations">The maximum number of trial steps; at least 1.</param>
    protected LineSearchSpec(int maxIterations) => this.maxIterations = Require.AtLeast(maxIterations, 1, nameof(MaxIterations));

    /// <summary>The maximum number of trial steps; at least 1.</summary>
    [Option("max_ls")]
    public int MaxIterations
    {
        get => maxIterations;
        init => maxIterations = Require.AtLeast(value, 1);
    }

    /// <summary>Whether an accepted step satisfies a curvature condition, which quasi-Newton updates need.</summary>
    public virtual bool BoundsCurvature => false;
}
