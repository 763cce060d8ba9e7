namespace ParityNet.Optimizers;

/// <summary>How the learning rate of a step affects that step, where the parameters are 0.</summary>
public enum RateEffect
{
    /// <summary>The step is proportional to the rate.</summary>
    Proportional,

    /// <summary>
    /// At a rate of 0 nothing moves, but the step is not proportional to it: the rate is bounded, or also stands in a denominator.
    /// </summary>
    Limited,

    /// <summary>Not at all: the step size is stored in the optimizer state.</summary>
    InState,
}
