using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Maths;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The squares of differences, <c>(s(x − y))²</c>, in double.</summary>
readonly unsafe struct SquaredDifferences<T>(T* x, T* y, double scale = 1) : ISquares<SquaredDifferences<T>> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x = x, y = y;
    readonly double scale = scale;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index) where V : struct, ILanes<V, double>
    {
        V scaled = (Elements<V, double, T>.Load(x + index) - Elements<V, double, T>.Load(y + index)) * V.All(scale);
        return scaled * scaled;
    }

    public SquaredDifferences<T> Scaled(double power) => new(x, y, power);

    public double Greatest(nint length)
    {
        double greatest = 0;
        for (nint i = 0; i < length; i++)
            greatest = Math.Max(greatest, Math.Abs(Real.Wide(x[i]) - Real.Wide(y[i])));
        return greatest;
    }
}
