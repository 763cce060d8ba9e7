using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>max(0, −y·x)</c>; its derivatives are −y and −x, and 0 where <c>y·x ≥ 0</c>.</summary>
readonly struct PerceptronLossKernel<T> : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        V zero = V.All(T.Zero), gap = -(at.Y * at.X), apart = ((at.X > zero) & (at.Y < zero)) | ((at.X < zero) & (at.Y > zero));
        // The signs of the factors decide, even where the product underflows to 0.
        V missed = apart | V.IsNaN(gap), scale = V.Select(missed, at.Scale, zero);
        return new(V.Select(missed, gap, zero), -at.Y * scale, -at.X * scale);
    }
}
