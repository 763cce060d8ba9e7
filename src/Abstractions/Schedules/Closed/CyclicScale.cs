namespace ParityNet.Schedules;

/// <summary>What the user-defined scale of <see cref="Cyclic"/> is a function of.</summary>
public enum CyclicScale
{
    /// <summary>The cycle, counted from 1.</summary>
    Cycle,

    /// <summary>The step, counted from 0.</summary>
    Iterations,
}
