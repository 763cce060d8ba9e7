using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>x clamped to the bounds; derivative 1 between them, else 0.</summary>
readonly struct HardtanhKernel<T>(Hardtanh spec) : IElementActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T smallest = Real.Of<T>(Math.Min(spec.Minimum, spec.Maximum)), most = Real.Of<T>(spec.Maximum);

    public static bool StaysFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, T> => V.Clamp(x, smallest, most);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, T> =>
        V.Select((x <= V.All(smallest)) | (x >= V.All(most)), V.All(T.Zero), V.All(T.One));
}
