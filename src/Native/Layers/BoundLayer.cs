using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;

namespace ParityNet.Native.Layers;

/// <summary>A layer of the native backend: the part that all layers share.</summary>
abstract class BoundLayer<T>(LayerSpec spec) : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= spec.ByLead, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        return Run(operands, shape.AsSpan(), gradients, cotangent);
    }

    /// <summary>Computes the value and the requested gradients from checked arguments.</summary>
    protected abstract Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent);
}
