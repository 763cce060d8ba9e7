using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>The terms <c>(s·x)²</c> of a squared norm, in double; s keeps squares in range.</summary>
readonly unsafe struct SquareTerm<T>(T* x, double scale) : ITerm<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x = x;
    readonly double scale = scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index) where V : struct, ILanes<V, double>
    {
        V scaled = Elements<V, double, T>.Load(x + index) * V.All(scale);
        return scaled * scaled;
    }
}
