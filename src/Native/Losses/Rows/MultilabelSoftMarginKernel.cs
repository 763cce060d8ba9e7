using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The mean over classes of the weighted <see cref="BinaryCrossEntropyWithLogitsKernel{T}"/>.</summary>
readonly struct MultilabelSoftMarginKernel : IRowLoss
{
    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, Arithmetic<T>>(buffers, new()), layout, plan);

    readonly unsafe struct Arithmetic<T> : IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
        {
            V zero = V.All(0), one = V.All(1), infinity = V.All(double.PositiveInfinity), classes = V.All(at.Layout.Length), share = scale / classes;
            var loss = RunningSum<V, T>.Zero;
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
            {
                V weight = V.Load(in at.Weight[position]), x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]);
                var element = Element(x, y, weight);
                // For an infinite score or target libtorch adds both log-sigmoids here; for an infinite target also their derivatives.
                V endless = V.Equal(V.Abs(y), infinity);
                V value = V.Select(V.Equal(V.Abs(x), infinity) | endless, y * V.Max(-x, zero) + (one - y) * V.Max(x, zero), element.Value);
                loss += weight * value;
                V byInput = element.ByX;
                if (V.AnySet(endless))
                    byInput = V.Select(endless, byInput - y * Elementary<T>.Exp(-V.Abs(x)) * weight, byInput);
                (byInput * share).Store(ref at.X[position]);
                (element.ByY * share).Store(ref at.Target[position]);
                (value * share).Store(ref at.Weight[position]);
            }
            return Across.Sum(loss.Value, at.Layout) / classes;
        }

        // A separate method, because the JIT limits how much it inlines into one method.
        [MethodImpl(MethodImplOptions.NoInlining)]
        static LossElement<V> Element<V>(V x, V y, V weight) where V : struct, ILanes<V, double> =>
            default(BinaryCrossEntropyWithLogitsKernel<T>).At(new Point<V>(x, y, V.All(1), weight));
    }
}
