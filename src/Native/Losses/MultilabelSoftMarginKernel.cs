using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The mean over classes of the weighted <see cref="BinaryCrossEntropyWithLogitsKernel{T}"/>.</summary>
readonly struct MultilabelSoftMarginKernel : IRowLoss
{
    public void Run<T>(RowLossMemory<T> memory, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, Arithmetic<T>>(memory, new()), layout, plan);

    readonly unsafe struct Arithmetic<T> : IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
        {
            V one = V.All(1), classes = V.All(at.Layout.Length), share = scale / classes;
            var loss = RunningSum<V, T>.Zero;
            for (nint place = 0; place < at.End; place += RowBlocks.Side)
            {
                V weight = V.Load(in at.Weight[place]);
                var element = default(BinaryCrossEntropyWithLogitsKernel<T>).At(
                    new Point<V>(V.Load(in at.X[place]), V.Load(in at.Target[place]), one, weight * share));
                loss += weight * element.Value;
                element.ByX.Store(ref at.X[place]);
                element.ByY.Store(ref at.Target[place]);
                (element.Value * share).Store(ref at.Weight[place]);
            }
            return Across.Sum(loss.Value, at.Layout) / classes;
        }
    }
}
