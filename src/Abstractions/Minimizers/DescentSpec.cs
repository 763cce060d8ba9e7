namespace ParityNet.Minimizers;

/// <summary>A minimizer that stops by the size of the gradient, of the step, or of the change of the value.</summary>
public abstract record DescentSpec : MinimizerSpec
{
    readonly double gradientTolerance, stepTolerance, valueTolerance;

    /// <summary>Builds a minimizer.</summary>
    /// <param name="gradientTolerance">It stops where <c>max |∇f|</c> is at most this; at least 0.</param>
    /// <param name="stepTolerance">It stops where <c>max |s|</c> is at most this times the larger of 1 and <c>max |x|</c>; at least 0.</param>
    /// <param name="valueTolerance">
    /// It stops where <c>|f₊ − f|</c> is at most this times the largest of 1, <c>|f|</c> and <c>|f₊|</c>; at least 0, 0 for never.
    /// </param>
    /// <param name="maxIterations">The maximum number of steps; at least 0.</param>
    /// <param name="maxEvaluations">The number of evaluations of the value after which it stops; at least 1, null for no limit.</param>
    protected DescentSpec(double gradientTolerance, double stepTolerance, double valueTolerance, int maxIterations, int? maxEvaluations)
        : base(maxIterations, maxEvaluations)
    {
        this.gradientTolerance = Require.NotNegative(gradientTolerance, nameof(GradientTolerance));
        this.stepTolerance = Require.NotNegative(stepTolerance, nameof(StepTolerance));
        this.valueTolerance = Require.NotNegative(valueTolerance, nameof(ValueTolerance));
    }

    /// <summary>It stops where <c>max |∇f|</c> is at most this; at least 0.</summary>
    [Option("tolerance_grad")]
    public double GradientTolerance
    {
        get => gradientTolerance;
        init => gradientTolerance = Require.NotNegative(value);
    }

    /// <summary>It stops where <c>max |s|</c> is at most this times the larger of 1 and <c>max |x|</c>; at least 0.</summary>
    [Option("tolerance_step")]
    public double StepTolerance
    {
        get => stepTolerance;
        init => stepTolerance = Require.NotNegative(value);
    }

    /// <summary>
    /// It stops where <c>|f₊ − f|</c> is at most this times the largest of 1, <c>|f|</c> and <c>|f₊|</c>; at least 0, 0 for never.
    /// </summary>
    [Option("tolerance_value")]
    public double ValueTolerance
    {
        get => valueTolerance;
        init => valueTolerance = Require.NotNegative(value);
    }

    /// <inheritdoc/>
    public override MinimizerNeeds Needs => MinimizerNeeds.Gradient;
}
