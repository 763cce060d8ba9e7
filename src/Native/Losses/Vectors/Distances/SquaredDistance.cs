using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary><c>Σ(x − y)²</c>; its derivatives are <c>±2(x − y)</c>.</summary>
readonly unsafe struct SquaredDistance<T> : IVectorDistance<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public double Of(T* x, T* y, nint length, Plan plan) => Sums.Run<double, NormTerm<T>>(new(new(x, y, 0), 2), length, plan);

    public void AddDerivatives(T* x, T* y, nint length, double distance, double factor, double* byX, double* byY, Plan plan) =>
        Blocks.Run<double, Derivative>(new(new(x, y, 0, byX, byY), (Number)2 * factor), length, plan);

    public bool HasLanes => true;

    public V Of<V>(double* x, double* y, nint end, ref V usual) where V : struct, ILanes<V, double>
    {
        V sum = LaneSums<T>.Of<V>(x, y, end, 0, squared: true);
        usual &= LaneSums<T>.IsUsual(sum);
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void AddDerivatives<V>(double* x, double* y, nint end, V distance, V factor, double* byX, double* byY) where V : struct, ILanes<V, double>
    {
        V twice = factor + factor;
        for (nint position = 0; position < end; position += RowBlocks.Side)
            LaneSums<T>.Add((V.Load(in x[position]) - V.Load(in y[position])) * twice, position, byX, byY);
    }

    readonly struct Derivative(Difference<T> z, double factor) : IStep<double>
    {
        readonly Difference<T> z = z;
        readonly double factor = factor;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<V>(nint index) where V : struct, ILanes<V, double> => z.Add(index, z.At<V>(index) * V.All(factor));
    }
}
