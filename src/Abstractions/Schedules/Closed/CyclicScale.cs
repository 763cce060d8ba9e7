namespace ParityNet.Schedules;

/// <summary>What a height of one's own in <see cref="Cyclic"/> is a function of.</summary>
public enum CyclicScale
{
    /// <summary>The number of the cycle, from 1.</summary>
    Cycle,

    /// <summary>The step, from 0.</summary>
    Iterations,
}
