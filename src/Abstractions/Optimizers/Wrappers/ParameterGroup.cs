using System.Collections.Immutable;

namespace ParityNet.Optimizers;

/// <summary>A parameter group: some parameters, and the optimizer that steps them.</summary>
public sealed class ParameterGroup
{
    /// <summary>Builds a group.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="parameters">The indices of its parameters, from 0; none in the last group for all that no other group names.</param>
    public ParameterGroup(OptimizerSpec optimizer, params int[] parameters) => (Optimizer, Parameters) = (optimizer, [.. parameters]);

    /// <summary>The optimizer.</summary>
    public OptimizerSpec Optimizer { get; }

    /// <summary>The indices of its parameters.</summary>
    public ImmutableArray<int> Parameters { get; }
}
