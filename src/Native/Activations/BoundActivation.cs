using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Native.Memory;

namespace ParityNet.Native.Activations;

/// <summary>An activation of the native backend: the part that is independent of its kernel.</summary>
abstract unsafe class BoundActivation<T>(ActivationSpec spec) : IActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public ActivationSpec Spec => spec;

    /// <summary>Whether non-finite results only come from the arguments or the exact results, never from intermediate results.</summary>
    public virtual bool StaysFinite => false;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= spec.ByLead, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        Tensor<T> input = operands.Input;
        string second = spec.Operands[^1].Name;
        Tensor<T>? weight = spec.Operands.Length > 1 && operands.TryNumbers(second, out Tensor<T>? given) ? given : null;
        var value = Fresh.Array<T>(Shape.Count(shape.AsSpan()));
        T[]? byInput = gradients.Contains("input") ? Fresh.Array<T>(input.FlattenedLength) : null;
        T[]? byWeight = weight is not null && gradients.Contains(second) ? new T[weight.FlattenedLength] : null;
        Run(input.Flat(), input.Lengths, weight is null ? [] : weight.Flat(), cotangent is null ? [] : cotangent.Flat(), value, byInput, byWeight);
        return new(Tensor.Create(value, shape.AsSpan()), Wanted.None<T>()
            .With("input", byInput, input.Lengths, input.Lengths).With(second, byWeight, [byWeight?.Length ?? 0], [byWeight?.Length ?? 0]));
    }

    /// <summary>
    /// Writes the requested results into given buffers; an empty span means that an argument is absent or a result is not requested.
    /// </summary>
    public void Run(ReadOnlySpan<T> input, ReadOnlySpan<nint> shape, ReadOnlySpan<T> weight, ReadOnlySpan<T> cotangent,
        Span<T> value, Span<T> byInput, Span<T> byWeight)
    {
        fixed (T* x = input, w = weight, c = cotangent, v = value, gx = byInput, gw = byWeight)
            Run(new ActivationBuffers<T> { X = x, Weight = w, Weights = weight.Length, Cotangent = c, Value = v, ByInput = gx, ByWeight = gw },
                shape);
    }

    protected abstract void Run(ActivationBuffers<T> buffers, ReadOnlySpan<nint> shape);
}
