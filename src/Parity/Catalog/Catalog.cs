using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Dialects;
using ParityNet.Initializers;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Minimizers;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Schedules;

namespace ParityNet.Parity;

/// <summary>The catalogue of all ops, found by reflection from the specs; laws, reports, commands, benchmarks and docs read it.</summary>
public static class Catalog
{
    /// <summary>All ops, by kind and name.</summary>
    public static ImmutableArray<OpEntry> All { get; } =
    [
        .. Of<LossSpec>(OpKind.Loss), .. Of<ActivationSpec>(OpKind.Activation), .. Of<LayerSpec>(OpKind.Layer),
        .. Of<InitializerSpec>(OpKind.Initializer), .. Of<OptimizerSpec>(OpKind.Optimizer),
        .. Of<ScheduleSpec>(OpKind.Schedule), .. Of<ModelSpec>(OpKind.Model), .. Of<MinimizerSpec>(OpKind.Minimizer),
        .. Of<LineSearchSpec>(OpKind.LineSearch),
    ];

    /// <summary>The ops of one kind, by name.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The ops.</returns>
    public static IEnumerable<OpEntry> Of(OpKind kind) => All.Where(entry => entry.Kind == kind);

    /// <summary>The example specs of one kind.</summary>
    /// <typeparam name="TSpec">The kind: <see cref="LossSpec"/>, <see cref="OptimizerSpec"/> and so on.</typeparam>
    /// <returns>Every example of every op.</returns>
    public static IEnumerable<TSpec> Examples<TSpec>() where TSpec : OpSpec => All.SelectMany(entry => entry.Examples).OfType<TSpec>();

    /// <summary>The op that a spec belongs to.</summary>
    /// <param name="spec">A spec.</param>
    /// <returns>Its op.</returns>
    public static OpEntry Entry(OpSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return All.Single(entry => entry.SpecType == spec.GetType());
    }

    /// <summary>The kind of op that a base type of specs describes, such as <see cref="OptimizerSpec"/>.</summary>
    internal static OpKind KindOf(Type specs) => All.First(entry => entry.SpecType.IsAssignableTo(specs)).Kind;

    /// <summary>The op of a name or alias.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="name">PyTorch's name, or another that the op is known by.</param>
    /// <returns>The op.</returns>
    /// <exception cref="UnknownNameException">No op of this kind has the name; the message lists near ones.</exception>
    public static OpEntry Find(OpKind kind, string name)
    {
        ImmutableArray<OpEntry> entries = [.. Of(kind)];
        return entries.FirstOrDefault(entry => entry.Names.Contains(name))
            ?? throw new UnknownNameException($"name must be a known {Words.Snake(kind.ToString())}", name, entries.SelectMany(entry => entry.Names));
    }

    /// <summary>The op of a name in a system.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="name">The system's name or PyTorch's. Ops around others, such as wrappers, have PyTorch's.</param>
    /// <param name="dialect">The system.</param>
    /// <returns>The op.</returns>
    /// <exception cref="UnknownNameException">The system has no such op that a spec describes; the message lists near ones.</exception>
    public static OpEntry Find(OpKind kind, string name, Dialect dialect)
    {
        if (dialect == Dialect.Torch)
            return Find(kind, name);
        OpEntry[] ops = [.. Of(kind)];
        return ops.FirstOrDefault(entry => entry.PresetsIn(dialect).Any(preset => preset.Names.Contains(name)))
            ?? ops.FirstOrDefault(entry => entry.Names.Contains(name) && (entry.HasParts || entry.PresetsIn(dialect).Any()))
            ?? throw new UnknownNameException($"name must be {Words.Article(kind)} that {Words.Of(dialect)} has and that a spec describes", name,
                ops.SelectMany(entry => entry.PresetsIn(dialect)).SelectMany(preset => preset.Names));
    }

    /// <summary>The op of a name or alias, of any kind.</summary>
    /// <param name="name">PyTorch's name, or another that the op is known by.</param>
    /// <returns>The op.</returns>
    /// <exception cref="UnknownNameException">No op has the name; the message lists near ones.</exception>
    public static OpEntry Find(string name) => All.FirstOrDefault(entry => entry.Names.Contains(name))
        ?? throw new UnknownNameException("name must be a known op", name, All.SelectMany(entry => entry.Names));

    static IEnumerable<OpEntry> Of<TSpec>(OpKind kind) where TSpec : OpSpec =>
        typeof(TSpec).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IShowsExamples<TSpec>)))
            .Select(type => new OpEntry(kind, type))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);
}
