using System.Collections.Immutable;
using ParityNet.Parity;

namespace ParityNet.Cli.Options;

/// <summary>Ops by name, or all of a kind by its plural.</summary>
static class OpNames
{
    /// <summary>What may be said, for help texts.</summary>
    public const string Help = "by PyTorch's names, or all of a kind: losses, activations, layers, initializers, optimizers, schedules, models";

    /// <summary>The ops, each once, in the order in which they were named.</summary>
    public static ImmutableArray<OpEntry> Find(IEnumerable<string> names) => [.. names
        .SelectMany(name => name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(name => Kind(name) is { } kind ? Catalog.Of(kind) : [Catalog.Find(name)]).Distinct()];

    static OpKind? Kind(string plural) => plural switch
    {
        "losses" => OpKind.Loss,
        "activations" => OpKind.Activation,
        "layers" => OpKind.Layer,
        "initializers" => OpKind.Initializer,
        "optimizers" => OpKind.Optimizer,
        "schedules" => OpKind.Schedule,
        "models" => OpKind.Model,
        _ => null,
    };
}
