namespace ParityNet.Optimizers;

/// <summary>What the learning rate of a step does to that step, where parameters are at 0.</summary>
public enum RateEffect
{
    /// <summary>Twice the rate is twice the step.</summary>
    Proportional,

    /// <summary>At a rate of 0 nothing moves, but the step is not in proportion to it: the rate has a bound, or divides as well.</summary>
    Limited,

    /// <summary>Nothing: the state holds the size of a step.</summary>
    InState,
}
