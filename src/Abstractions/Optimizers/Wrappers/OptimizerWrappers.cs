namespace ParityNet.Optimizers;

/// <summary>Wrappers as words: <c>new Adam().WithClippedNorm(1).WithLookahead(5, 0.5)</c>. What is named last sees a gradient first.</summary>
public static class OptimizerWrappers
{
    /// <summary>Clips gradients by their common norm.</summary>
    /// <param name="optimizer">The optimizer that takes them.</param>
    /// <param name="maxNorm">The largest norm let through; at least 0.</param>
    /// <param name="normType">p: any number; ∞ for the largest size, −∞ for the smallest.</param>
    /// <returns>The wrapper.</returns>
    public static ClipGradNorm WithClippedNorm(this OptimizerSpec optimizer, double maxNorm, double normType = 2) => new(optimizer, maxNorm, normType);

    /// <summary>Clips each gradient by its own norm.</summary>
    /// <param name="optimizer">The optimizer that takes them.</param>
    /// <param name="maxNorm">The largest norm let through; at least 0.</param>
    /// <param name="normType">p: any number; ∞ for the largest size, −∞ for the smallest.</param>
    /// <returns>The wrapper.</returns>
    public static ClipGradNorm WithClippedNorms(this OptimizerSpec optimizer, double maxNorm, double normType = 2) => new(optimizer, maxNorm, normType, PerTensor: true);

    /// <summary>Clips every element of the gradients.</summary>
    /// <param name="optimizer">The optimizer that takes them.</param>
    /// <param name="clipValue">The largest size let through; at least 0.</param>
    /// <returns>The wrapper.</returns>
    public static ClipGradValue WithClippedValues(this OptimizerSpec optimizer, double clipValue) => new(optimizer, clipValue);

    /// <summary>Draws parameters to 0 apart from the gradient.</summary>
    /// <param name="optimizer">The optimizer that steps after.</param>
    /// <param name="decay">λ; at least 0.</param>
    /// <returns>The wrapper.</returns>
    public static DecoupledWeightDecay WithDecoupledDecay(this OptimizerSpec optimizer, double decay) => new(optimizer, decay);

    /// <summary>Runs ahead and goes a part of the way.</summary>
    /// <param name="optimizer">The optimizer that runs ahead.</param>
    /// <param name="k">Steps between looks back; at least 1.</param>
    /// <param name="alpha">The part of the way; from 0 to 1.</param>
    /// <returns>The wrapper.</returns>
    public static Lookahead WithLookahead(this OptimizerSpec optimizer, int k = 5, double alpha = 0.5) => new(optimizer, k, alpha);

    /// <summary>Keeps an exponential moving average of the weights.</summary>
    /// <param name="optimizer">The optimizer that steps.</param>
    /// <param name="decay">How much of the old average stays; from 0 to 1.</param>
    /// <returns>The wrapper.</returns>
    public static Ema WithAverage(this OptimizerSpec optimizer, double decay = 0.999) => new(optimizer, decay);

    /// <summary>Keeps an average of the weights in which all steps count alike.</summary>
    /// <param name="optimizer">The optimizer that steps.</param>
    /// <returns>The wrapper.</returns>
    public static Ema WithEqualAverage(this OptimizerSpec optimizer) => new(optimizer, Averaging: AveragingForm.Equal);

    /// <summary>Steps once for several gradients.</summary>
    /// <param name="optimizer">The optimizer that steps.</param>
    /// <param name="steps">Gradients a step; at least 1.</param>
    /// <param name="reduction">How gradients become one.</param>
    /// <returns>The wrapper.</returns>
    public static Accumulate WithAccumulation(this OptimizerSpec optimizer, int steps, AccumulationForm reduction = AccumulationForm.Mean) =>
        new(optimizer, steps, reduction);
}
