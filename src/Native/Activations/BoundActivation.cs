using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Native.Memory;

namespace ParityNet.Native.Activations;

/// <summary>An activation of the native backend: the part that is independent of its kernel.</summary>
abstract unsafe class BoundActivation<T>(ActivationSpec spec)
    : BoundFunction<T>(spec, [.. spec.Operands.Where(o => o.Differentiable).Select(o => o.Name)]), IActivation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly string? second = spec.Operands.Length > 1 ? spec.Operands[1].Name : null;

    // What a span is checked as: the options, and a row of the length before.
    CheckedArguments? row;

    public ActivationSpec Spec => spec;

    /// <summary>Whether non-finite results only come from the arguments or the exact results, never from intermediate results.</summary>
    public virtual bool StaysFinite => false;

    public void ValueInto(ReadOnlySpan<T> input, Span<T> value)
    {
        Require.Length<T>(value, (int)Row(input)[0], "the value");
        Run(input, [input.Length], [], [], value, [], []);
    }

    public void PullbackInto(ReadOnlySpan<T> input, ReadOnlySpan<T> cotangent, Span<T> gradient)
    {
        nint length = Row(input)[0];
        if (!cotangent.IsEmpty)
            Require.Length(cotangent, (int)length, "the value");
        Require.Length<T>(gradient, input.Length, nameof(input));
        Run(input, [input.Length], [], cotangent, [], gradient, []);
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

    protected override void Run(Call<T> call)
    {
        Tensor<T> input = call.Operands.Input;
        ReadOnlySpan<T> weight = second is not null && call.Operands.TryNumbers(second, out Tensor<T>? given) ? given.Flat() : [];
        call.Second.Clear();
        Run(input.Flat(), input.Lengths, weight, call.Incoming, call.Value, call.First, call.Second);
    }

    protected abstract void Run(ActivationBuffers<T> buffers, ReadOnlySpan<nint> shape);

    // The shape of the value of a row.
    ReadOnlySpan<nint> Row(ReadOnlySpan<T> input)
    {
        if (row is not { } before || before.ShapeOf("input")[0] != input.Length)
            row = before = spec.CheckAgain(Operands<T>.Of(Tensor.Create(input.ToArray())), null);
        return before.Value.AsSpan();
    }
}
