using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The squared differences, in <c>double</c>.</summary>
readonly unsafe struct SquaredDifferences<T>(T* x, T* y) : ITerm<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x = x, y = y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index) where V : struct, ILanes<V, double>
    {
        V difference = Elements<V, double, T>.Load(x + index) - Elements<V, double, T>.Load(y + index);
        return difference * difference;
    }
}
