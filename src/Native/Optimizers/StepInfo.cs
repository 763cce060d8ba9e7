namespace ParityNet.Native.Optimizers;

/// <summary>The current optimizer step.</summary>
/// <param name="Step">The step count, starting at 1.</param>
/// <param name="LearningRate">The learning rate of the step.</param>
/// <param name="Scalars">The parameter's scalar slots before the step, in the order of the spec; null if there are none.</param>
readonly record struct StepInfo(long Step, double LearningRate, double[]? Scalars = null)
{
    /// <summary>The bias correction of an exponential moving average that started at 0: <c>1 − βᵗ</c>.</summary>
    /// <param name="beta">The decay rate β of the average.</param>
    public double Correction(double beta) => 1 - Math.Pow(beta, Step);
}
