using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// <c>(1 − e^(q ln p))/q</c> with <c>p = Σ y·x</c>, free of cancellation near <c>p = 1</c>; its derivative is <c>−p^(q−1)·y</c>.
/// </summary>
readonly struct GeneralizedCrossEntropyKernel(GeneralizedCrossEntropy spec) : IRowLoss
{
    readonly double q = spec.Q;

    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, Arithmetic<T>>(buffers, new(q)), layout, plan);

    readonly unsafe struct Arithmetic<T>(double q) : IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        readonly double q = q;

        public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
        {
            V p = Across.Sum(Right<V>(at), at.Layout);
            if (at.Derivatives)
                Derivatives(at, new RealPower<T>(q - 1).Of(p) * -scale);
            return q == 1 ? V.All(1) - p : -Elementary<T>.Of<Expm1, V>(Elementary<T>.Of<Log, V>(p) * q) / V.All(q);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static V Right<V>(RowParts at) where V : struct, ILanes<V, double>
        {
            V zero = V.All(0);
            var sum = RunningSum<V, T>.Zero;
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
            {
                V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]);
                sum += at.Labelled ? (y > zero) & x : x * y;
            }
            return sum.Value;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Derivatives<V>(RowParts at, V derivative) where V : struct, ILanes<V, double>
        {
            V zero = V.All(0);
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
            {
                V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]);
                (at.Labelled ? (y > zero) & derivative : derivative * y).Store(ref at.X[position]);
                (derivative * x).Store(ref at.Target[position]);
            }
        }
    }
}
