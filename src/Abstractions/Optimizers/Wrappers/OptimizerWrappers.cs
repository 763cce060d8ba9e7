namespace ParityNet.Optimizers;

/// <summary>
/// Extension methods that wrap an optimizer: <c>new Adam().WithClippedNorm(1).WithLookahead(5, 0.5)</c>. The wrapper named last sees a
/// gradient first.
/// </summary>
public static class OptimizerWrappers
{
    /// <summary>Clips gradients by their joint norm.</summary>
    /// <param name="optimizer">The inner optimizer.</param>
    /// <param name="maxNorm">The maximum norm; at least 0.</param>
    /// <param name="normType">p: any number; ∞ for the largest absolute value, −∞ for the smallest.</param>
    /// <returns>The wrapper.</returns>
    public static ClipGradNorm WithClippedNorm(this OptimizerSpec optimizer, double maxNorm, double normType = 2) =>
        new(optimizer, maxNorm, normType);

    /// <summary>Clips each gradient by its own norm.</summary>
    /// <param name="optimizer">The inner optimizer.</param>
    /// <param name="maxNorm">The maximum norm; at least 0.</param>
    /// <param name="normType">p: any number; ∞ for the largest absolute value, −∞ for the smallest.</param>
    /// <returns>The wrapper.</returns>
    public static ClipGradNorm WithClippedNorms(this OptimizerSpec optimizer, double maxNorm, double normType = 2) =>
        new(optimizer, maxNorm, normType, PerTensor: true);

    /// <summary>Clips every element of the gradients.</summary>
    /// <param name="optimizer">The inner optimizer.</param>
    /// <param name="clipValue">The maximum absolute value; at least 0.</param>
    /// <returns>The wrapper.</returns>
    public static ClipGradValue WithClippedValues(this OptimizerSpec optimizer, double clipValue) => new(optimizer, clipValue);

    /// <summary>Applies decoupled weight decay before each step.</summary>
    /// <param name="optimizer">The inner optimizer.</param>
    /// <param name="decay">λ: the weight decay; at least 0.</param>
    /// <returns>The wrapper.</returns>
    public static DecoupledWeightDecay WithDecoupledDecay(this OptimizerSpec optimizer, double decay) => new(optimizer, decay);

    /// <summary>Takes fast steps that slow weights follow by a fraction of the way.</summary>
    /// <param name="optimizer">The inner optimizer.</param>
    /// <param name="k">The number of fast steps between two updates of the slow weights; at least 1.</param>
    /// <param name="alpha">The step size of the slow weights; from 0 to 1.</param>
    /// <returns>The wrapper.</returns>
    public static Lookahead WithLookahead(this OptimizerSpec optimizer, int k = 5, double alpha = 0.5) => new(optimizer, k, alpha);

    /// <summary>Keeps an exponential moving average of the weights.</summary>
    /// <param name="optimizer">The inner optimizer.</param>
    /// <param name="decay">The decay rate of the average; from 0 to 1.</param>
    /// <returns>The wrapper.</returns>
    public static Ema WithAverage(this OptimizerSpec optimizer, double decay = 0.999) => new(optimizer, decay);

    /// <summary>Keeps the arithmetic mean of the weights over all steps.</summary>
    /// <param name="optimizer">The inner optimizer.</param>
    /// <returns>The wrapper.</returns>
    public static Ema WithEqualAverage(this OptimizerSpec optimizer) => new(optimizer, Averaging: AveragingForm.Equal);

    /// <summary>Takes one step for several accumulated gradients.</summary>
    /// <param name="optimizer">The inner optimizer.</param>
    /// <param name="steps">The number of gradients per step; at least 1.</param>
    /// <param name="reduction">Whether to take the mean or the sum of the gradients.</param>
    /// <returns>The wrapper.</returns>
    public static Accumulate WithAccumulation(this OptimizerSpec optimizer, int steps, AccumulationForm reduction = AccumulationForm.Mean) =>
        new(optimizer, steps, reduction);
}
