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

    /// <summary>Sums, for each element of one argument, the contributions of all groups that read it to its gradient.</summary>
    protected static ImmutableArray<R> Gather<R>(
        IReadOnlyList<OutputGroup> groups, string name, int count, Func<int, int, R> contribution, SumClass? order = null)
        where R : struct, IReal<R> => Gather(groups, [name], count, (c, _, position) => contribution(c, position), order);

    /// <summary>The same for an argument that groups read under several names.</summary>
    /// <remarks>
    /// With <paramref name="byPaths"/>, a contribution may itself be a sum, whose terms an implementation may first sum over all groups.
    /// </remarks>
    protected static ImmutableArray<R> Gather<R>(
        IReadOnlyList<OutputGroup> groups, IReadOnlyList<string> names, int count, Func<int, string, int, R> contribution, SumClass? order = null,
            bool byPaths = false)
        where R : struct, IReal<R>
    {
        var contributions = new List<R>?[count];
        for (int c = 0; c < groups.Count; c++)
        {
            foreach (string name in names)
            {
                int[] elements = groups[c][name];
                for (int position = 0; position < elements.Length; position++)
                    (contributions[elements[position]] ??= []).Add(contribution(c, name, position));
            }
        }

        return [.. contributions.Select(all => all switch
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
