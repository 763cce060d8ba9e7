using System.Collections.Immutable;
using ParityNet.Layers;

namespace ParityNet.Models;

/// <summary>A function in a chain: its input is the value of the previous stage.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">Its other arguments.</param>
/// <param name="Statistics">The layer that updates the buffers among the arguments in training; null where there is none.</param>
public sealed record Stage(FunctionSpec Function, ImmutableArray<StageArgument> Arguments, BatchStatistics? Statistics = null)
{
    /// <summary>The arguments from one source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The arguments, in their order.</returns>
    public IEnumerable<StageArgument> From(StageSource source) => Arguments.Where(argument => argument.Source == source);
}
