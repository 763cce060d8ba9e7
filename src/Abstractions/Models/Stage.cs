using System.Collections.Immutable;
using ParityNet.Layers;

namespace ParityNet.Models;

/// <summary>A function in a chain: its input is the value of the stage before.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">Its other arguments.</param>
/// <param name="Statistics">What moves the buffers among the arguments on in training; null where nothing does.</param>
public sealed record Stage(FunctionSpec Function, ImmutableArray<StageArgument> Arguments, BatchStatistics? Statistics = null)
{
    /// <summary>The arguments from one source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The arguments, in their order.</returns>
    public IEnumerable<StageArgument> From(StageSource source) => Arguments.Where(argument => argument.Source == source);
}
