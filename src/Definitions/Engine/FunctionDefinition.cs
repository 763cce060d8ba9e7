using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>The definition of a loss, an activation or a layer, for any spec.</summary>
abstract class FunctionDefinition : IDefinition
{
    public abstract Type SpecType { get; }

    public abstract DefinedFunction<R> Evaluate<R>(
        FunctionSpec spec, Arguments<R> arguments, IReadOnlyCollection<string> gradients, R[]? cotangent)
        where R : struct, IReal<R>;

    /// <summary>An element that is not evaluated.</summary>
    protected static R Unwanted<R>()
        where R : struct, IReal<R> => R.Exact(double.NaN);

    /// <summary>Sums, for each wanted element of one argument, the contributions of all groups that read it to its gradient.</summary>
    protected static ImmutableArray<R> Gather<R>(
        Arguments<R> arguments, IReadOnlyList<OutputGroup> groups, string name, Func<int, int, R> contribution, SumClass? order = null)
        where R : struct, IReal<R> => Gather(arguments, groups, name, [name], (c, _, position) => contribution(c, position), order);

    /// <summary>The same for an argument that groups read under several names.</summary>
    /// <remarks>
    /// With <paramref name="byPaths"/>, a contribution may itself be a sum, whose terms an implementation may first sum over all groups.
    /// </remarks>
    protected static ImmutableArray<R> Gather<R>(
        Arguments<R> arguments, IReadOnlyList<OutputGroup> groups, string name, IReadOnlyList<string> readings,
        Func<int, string, int, R> contribution, SumClass? order = null, bool byPaths = false)
        where R : struct, IReal<R>
    {
        bool[] wanted = [.. Enumerable.Range(0, arguments[name].Count).Select(e => arguments.Wanted.HasGradient(name, e))];
        var contributions = new List<R>?[wanted.Length];
        for (int c = 0; c < groups.Count; c++)
        {
            foreach (string reading in readings)
            {
                int[] elements = groups[c][reading];
                for (int position = 0; position < elements.Length; position++)
                {
                    if (wanted[elements[position]])
                        (contributions[elements[position]] ??= []).Add(contribution(c, reading, position));
                }
            }
        }

        return [.. contributions.Zip(wanted, (all, isWanted) => !isWanted ? Unwanted<R>() : all switch
        {
            null => R.Zero,
            [R only] => only,
            _ when byPaths && !R.KeepsFirst => Order.SumByPaths(all),
            _ => R.Sum(all.ToArray(), order ?? Order.Sum(all.Count)),
        })];
    }

    protected static ImmutableDictionary<string, ImmutableArray<R>> Gradients<R>(
        IReadOnlyCollection<string> names, Func<string, ImmutableArray<R>> gradient)
        where R : struct, IReal<R> => names.Distinct().ToImmutableDictionary(name => name, gradient, StringComparer.Ordinal);
}
