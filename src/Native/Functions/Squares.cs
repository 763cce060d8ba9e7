using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>The squares of the elements, in <c>double</c>.</summary>
readonly unsafe struct Squares<T>(T* x) : ITerm<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x = x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index) where V : struct, ILanes<V, double>
    {
        V number = Elements<V, double, T>.Load(x + index);
        return number * number;
    }
}
