using System.Collections.Immutable;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about a backend beside what its library has of its own.</summary>
static class ReferenceLaws
{
    public static ImmutableArray<Law> All { get; } =
    [
        new("Fifty steps are those of the library's own optimizer, state and all", LawKind.Exact, s => s is OptimizerSpec,
            (bench, spec) => bench.TryVariant(new BesideReference(), spec))
        {
            Beside = (backend, spec) => backend is IOptimizerReference library && library.HasReference((OptimizerSpec)spec) ? library.ReferenceName : null,
        },
    ];
}
