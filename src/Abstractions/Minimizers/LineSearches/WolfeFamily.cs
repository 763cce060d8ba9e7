namespace ParityNet.Minimizers;

/// <summary>A line search with the two conditions of Wolfe.</summary>
public abstract record WolfeFamily : LineSearchSpec
{
    readonly double decrease, curvature;

    /// <summary>Builds a line search.</summary>
    /// <param name="decrease">c₁: greater than 0, less than <paramref name="curvature"/>.</param>
    /// <param name="curvature">c₂: greater than <paramref name="decrease"/>, less than 1.</param>
    /// <param name="maxIterations">The maximum number of trial steps; at least 1.</param>
    protected WolfeFamily(double decrease, double curvature, int maxIterations) : base(maxIterations)
    {
        this.decrease = Require.Within(decrease, 0, 1, nameof(Decrease));
        this.curvature = Above(this.decrease, Require.Within(curvature, 0, 1, nameof(Curvature)));
    }

    /// <summary>c₁: the fraction of the decrease that the gradient promises; greater than 0, less than c₂.</summary>
    [Option("c1")]
    public double Decrease
    {
        get => decrease;
        init
        {
            decrease = Require.Within(value, 0, 1);
            _ = Above(decrease, curvature);
        }
    }

    /// <summary>c₂: the fraction of the derivative at the start that may be left; greater than c₁, less than 1.</summary>
    [Option("c2")]
    public double Curvature
    {
        get => curvature;
        init => curvature = Above(decrease, Require.Within(value, 0, 1));
    }

    /// <inheritdoc/>
    public override bool BoundsCurvature => true;

    static double Above(double decrease, double curvature) => curvature > decrease ? curvature : throw new ArgumentOutOfRangeException(
        null, FormattableString.Invariant($"{nameof(Curvature)} must exceed {nameof(Decrease)}: expected more than {decrease}, got {curvature}."));
}
