using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Layers;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Dropout, bound to its kernel.</summary>
sealed unsafe class BoundDropout<T>(Dropout spec, Plan plan) : BoundFunction<T>(spec, "input") where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Run(Call<T> call)
    {
        bool masked = spec is { Training: true, P: < 1 };
        fixed (T* x = call.Operands.Input.Flat(), m = masked ? call.Operands["mask"].Numbers.Flat() : [], c = call.Incoming)
        fixed (T* v = call.Value, g = call.First)
            Blocks.Run<double, MaskStep>(new(x, m, c, v, g, spec.Training ? spec.Scale : 1), call.Value.Length, plan);
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
