using System.Collections.Frozen;
using System.Collections.Immutable;
using ParityNet.Parity;

namespace ParityNet.Cli.Options;

/// <summary>Finds ops by name, or all of a kind by its plural.</summary>
static class OpNames
{
    /// <summary>The accepted names, for help texts.</summary>
    public const string Help =
        "by PyTorch's names, or all of a kind: losses, activations, layers, initializers, optimizers, schedules, models, minimizers";

    /// <summary>The distinct ops, in the order in which they were named.</summary>
    public static ImmutableArray<OpEntry> Find(IEnumerable<string> names) => [.. names
        .SelectMany(name => name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(Named).Distinct()];

    static readonly FrozenDictionary<string, OpKind> Kinds = new Dictionary<string, OpKind>
    {
        ["losses"] = OpKind.Loss,
        ["activations"] = OpKind.Activation,
        ["layers"] = OpKind.Layer,
        ["initializers"] = OpKind.Initializer,
        ["optimizers"] = OpKind.Optimizer,
        ["schedules"] = OpKind.Schedule,
        ["models"] = OpKind.Model,
        ["minimizers"] = OpKind.Minimizer,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static IEnumerable<OpEntry> Named(string name) => Kinds.TryGetValue(name, out OpKind kind) ? Catalog.Of(kind)
        : Catalog.All.FirstOrDefault(op => op.Names.Contains(name)) is { } op ? [op]
        : throw new UnknownNameException("name must be a known op", name, [.. Catalog.All.SelectMany(op => op.Names), .. Kinds.Keys]);
}
