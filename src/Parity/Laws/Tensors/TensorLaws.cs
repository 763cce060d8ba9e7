using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about any case: memory, layout, cotangents, refusals.</summary>
static class TensorLaws
{
    static bool IsFunction(OpSpec s) => s is FunctionSpec;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Law> All { get; } =
    [
        Of("What the spec admits gets a result", s => s is FunctionSpec or OptimizerSpec or ModelSpec, new Computes()),
        Of("The same input gives the same bits", s => s is FunctionSpec or OptimizerSpec or ModelSpec, new Repeats()),
        Of("Inputs stay as they are", s => s is FunctionSpec or OptimizerSpec or ModelSpec, new Untouched()),
        Of("A value alone is the value beside gradients", IsFunction, new ValueAlone()),
        Of("The layout of a tensor does not matter", IsFunction, new Layout()),
        Of("Integers give what the same numbers give", s => s is FunctionSpec function && function.Operands.Any(o => o.TakesIntegers), new Integers()),
        Of("A cotangent of ones is none at all", IsFunction, new Ones()),
        Of("Scaling the cotangent by 2ᵏ scales the gradients", s => s is ActivationSpec or LossSpec { Reduction: Reduction.None }, new ScaledCotangent()),
        Of("The result depends on no neighbour and no length", s => s is FunctionSpec { IsElementwise: true }, new Position()),
        Of("A loss of flat memory is the loss of a tensor", s => s is ElementLoss, new FlatMemory()),
        Of("A step in place is the step, and counts as one", s => s is OptimizerSpec, new InPlace()),
        Of("A state shares no memory", s => s is OptimizerSpec, new Unshared()),
        Of("What must be refused is refused in the same words", s => s is FunctionSpec or OptimizerSpec, new Refuses()),
    ];

    static Law Of(string name, Func<OpSpec, bool> applies, ITensorLaw law) =>
        new(name, LawKind.Exact, applies, (bench, spec) => bench.Try(law, spec)) { OnCase = law };
}
