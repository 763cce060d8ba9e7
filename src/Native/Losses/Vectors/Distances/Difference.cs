using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>
/// The differences <c>x − y + ε</c> of two rows, and the buffers for their derivatives: added for x, subtracted for y.
/// </summary>
readonly unsafe struct Difference<T>(T* x, T* y, double nudge, double* byX = null, double* byY = null) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x = x, y = y;
    readonly double nudge = nudge;
    readonly double* byX = byX, byY = byY;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V At<V>(nint index) where V : struct, ILanes<V, double> =>
        Elements<V, double, T>.Load(x + index) - Elements<V, double, T>.Load(y + index) + V.All(nudge);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<V>(nint index, V derivative) where V : struct, ILanes<V, double>
    {
        if (byX != null)
            (V.Load(in byX[index]) + derivative).Store(ref byX[index]);
        if (byY != null)
            (V.Load(in byY[index]) - derivative).Store(ref byY[index]);
    }
}
