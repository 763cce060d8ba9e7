using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Maths;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>(1 − e^(q ln p))/q</c> with <c>p = Σ y·x</c>, which does not cancel near <c>p = 1</c>; its slope is <c>−p^(q−1)·y</c>.</summary>
readonly struct GeneralizedCrossEntropyKernel(GeneralizedCrossEntropy spec) : IRowLoss
{
    readonly double q = spec.Q;

    public void Run<T>(RowLossMemory<T> memory, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, Arithmetic<T>>(memory, new(q)), layout, plan);

    readonly unsafe struct Arithmetic<T>(double q) : IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        readonly double q = q;

        public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
        {
            V p = Across.Sum(Right<V>(at), at.Layout);
            if (at.Slopes)
                Slopes(at, new RealPower<T>(q - 1).Of(p) * -scale);
            return q == 1 ? V.All(1) - p : -Elementary<T>.Of<Expm1, V>(Elementary<T>.Of<Log, V>(p) * q) / V.All(q);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static V Right<V>(RowParts at) where V : struct, ILanes<V, double>
        {
            V zero = V.All(0);
            var sum = RunningSum<V, T>.Zero;
            for (nint place = 0; place < at.End; place += RowBlocks.Side)
            {
                V x = V.Load(in at.X[place]), y = V.Load(in at.Target[place]);
                sum += at.Labelled ? (y > zero) & x : x * y;
            }
            return sum.Value;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Slopes<V>(RowParts at, V slope) where V : struct, ILanes<V, double>
        {
            V zero = V.All(0);
            for (nint place = 0; place < at.End; place += RowBlocks.Side)
            {
                V x = V.Load(in at.X[place]), y = V.Load(in at.Target[place]);
                (at.Labelled ? (y > zero) & slope : slope * y).Store(ref at.X[place]);
                (slope * x).Store(ref at.Target[place]);
            }
        }
    }
}
