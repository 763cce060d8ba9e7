using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Laws;

/// <summary>Laws about any case: memory, layout, cotangents, invalid arguments.</summary>
static class TensorLaws
{
    static bool IsFunction(OpSpec s) => s is FunctionSpec;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Law> All { get; } =
    [
        Of("every valid input gives a result", s => s is FunctionSpec or OptimizerSpec or ModelSpec, new Computes()),
        Of("same input ⇒ same result, bit for bit", s => s is FunctionSpec or OptimizerSpec or ModelSpec, new Repeats()),
        Of("inputs are left unchanged", s => s is FunctionSpec or OptimizerSpec or ModelSpec, new Untouched()),
        Of("value alone = value with gradients, bit for bit", IsFunction, new ValueAlone()),
        Of("strided view = contiguous copy, bit for bit", IsFunction, new Layout()),
        Of("integer tensor = float tensor of equal values, bit for bit",
            s => s is FunctionSpec function && function.Operands.Any(o => o.TakesIntegers), new Integers()),
        Of("cotangent of ones = no cotangent, bit for bit", IsFunction, new Ones()),
        Of("Jᵀ(2v) = 2·Jᵀv", s => s is ActivationSpec or LossSpec { Reduction: Reduction.None }, new ScaledCotangent()),
        Of("f(x)ᵢ = f(xᵢ): no dependence on position or length", s => s is FunctionSpec { IsElementwise: true }, new Position()),
        Of("loss of spans = loss of tensors, bit for bit", s => s is ElementLoss, new FlatMemory()),
        Of("in place = pure, bit for bit, and step count + 1", s => s is OptimizerSpec, new InPlace()),
        Of("the tensors of an optimizer state share no memory", s => s is OptimizerSpec, new Unshared()),
        Of("invalid arguments raise the error of the spec's own check", s => s is FunctionSpec or OptimizerSpec, new Refuses()),
    ];

    static Law Of(string name, Func<OpSpec, bool> applies, ITensorLaw law) =>
        new(name, LawKind.Exact, applies, (bench, spec) => bench.Try(law, spec)) { OnCase = law };
}
