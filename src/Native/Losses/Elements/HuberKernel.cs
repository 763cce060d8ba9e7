using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>With <c>q = min(|r|, δ)</c> the loss is <c>q(|r| − ½q)</c>; its derivative is r clamped to ±δ.</summary>
readonly struct HuberKernel<T>(Huber spec) : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T delta = Real.Of<T>(spec.Delta), half = T.CreateChecked(0.5);

    public static bool Mirrored => true;

    public static bool ValueTells => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        V r = at.X - at.Y, size = V.Abs(r), delta = V.All(this.delta), q = V.Min(size, delta);
        return new(q * (size - V.All(half) * q), V.Max(-delta, V.Min(r, delta)) * at.Scale, default);
    }
}
