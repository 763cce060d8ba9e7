using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>c·r²</c> with c = 1 or ½; its derivative is <c>2c·r</c>.</summary>
readonly struct SquaredErrorKernel<T>(SquaredError spec) : IElementLoss<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T factor = T.CreateChecked(spec.Half ? 0.5 : 1), twice = T.CreateChecked(spec.Half ? 1 : 2);

    public static bool Mirrored => true;

    public static bool ValueTells => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, T>
    {
        V r = at.X - at.Y;
        return new(V.All(factor) * r * r, V.All(twice) * at.Scale * r, default);
    }
}
