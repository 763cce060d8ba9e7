using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Maths;

/// <summary>The squares of numbers, <c>(s·x)²</c>, in double.</summary>
readonly unsafe struct Squares<T>(T* x, double scale = 1) : ISquares<Squares<T>> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x = x;
    readonly double scale = scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index) where V : struct, ILanes<V, double>
    {
        V scaled = Elements<V, double, T>.Load(x + index) * V.All(scale);
        return scaled * scaled;
    }

    public Squares<T> Scaled(double power) => new(x, power);

    public double Greatest(nint length)
    {
        double greatest = 0;
        for (nint i = 0; i < length; i++)
            greatest = Math.Max(greatest, Math.Abs(Real.Wide(x[i])));
        return greatest;
    }
}
