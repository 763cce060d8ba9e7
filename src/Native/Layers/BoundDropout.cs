using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using ParityNet.Layers;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Dropout, bound to its kernel.</summary>
sealed unsafe class BoundDropout<T>(Dropout spec, Plan plan) : BoundLayer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        int count = checked((int)Shape.Count(shape));
        var value = Fresh.Array<T>(count);
        T[]? byInput = gradients.Contains("input") ? Fresh.Array<T>(count) : null;
        bool masked = spec is { Training: true, P: < 1 };
        fixed (T* x = operands.Input.Flat(), m = masked ? operands["mask"].Numbers.Flat() : [], c = cotangent is null ? [] : cotangent.Flat(),
            v = value, g = byInput)
            Blocks.Run<double, MaskStep>(new(x, m, c, v, g, spec.Training ? spec.Scale : 1), count, plan);
        return new(Tensor.Create(value, shape), Wanted.None<T>().With("input", byInput, shape, shape));
    }

    readonly struct MaskStep(T* x, T* mask, T* cotangent, T* value, T* byInput, double scale) : IStep<double>
    {
        readonly T* x = x, mask = mask, cotangent = cotangent, value = value, byInput = byInput;
        readonly double scale = scale;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void IStep<double>.Step<V>(nint index)
        {
            V factor = V.All(scale);
            if (mask != null)
                factor *= Elements<V, double, T>.Load(mask + index);
            Elements<V, double, T>.Store(Elements<V, double, T>.Load(x + index) * factor, value + index);
            if (byInput != null)
                Elements<V, double, T>.Store(cotangent == null ? factor : Elements<V, double, T>.Load(cotangent + index) * factor, byInput + index);
        }
    }
}
