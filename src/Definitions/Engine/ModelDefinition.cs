using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet.Definitions.Engine;

/// <summary>The definition of a model, for any spec.</summary>
abstract class ModelDefinition : IDefinition
{
    public abstract Type SpecType { get; }

    public abstract DefinedModel<R> Evaluate<T, R>(
        ModelSpec spec, LossSpec loss, IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target, ModelContext<T> context)
        where T : unmanaged, IFloatingPointIeee754<T>
        where R : struct, IReal<R>;
}
