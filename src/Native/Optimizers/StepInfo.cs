namespace ParityNet.Native.Optimizers;

/// <summary>The step that is being taken.</summary>
/// <param name="Step">Its number, from 1.</param>
/// <param name="LearningRate">Its learning rate.</param>
/// <param name="Scalars">
/// The parameter's slots of one number as they were before the step, in the order of the spec; null where there are none.
/// </param>
readonly record struct StepInfo(long Step, double LearningRate, double[]? Scalars = null)
{
    /// <summary>The weight of all gradients so far in a running mean that started at 0: <c>1 − βᵗ</c>.</summary>
    /// <param name="beta">How much of the old mean stays.</param>
    public double Correction(double beta) => 1 - Math.Pow(beta, Step);
}
