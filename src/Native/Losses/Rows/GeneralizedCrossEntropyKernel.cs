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
readonly unsafe struct GeneralizedCrossEntropyKernel(GeneralizedCrossEntropy spec) : IRowLoss
{
    readonly double q = spec.Q;

    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (buffers.Labels == null)
            RowBlocks.Run(new RowLossBlocks<T, Arithmetic<T>>(buffers, new(q)), layout, plan);
        else
            RowBlocks.Run(new LabelledRows<T>(buffers, new(q)), layout with { Whole = true }, plan);
    }

    /// <summary>Reads and writes one element a row: that of its class.</summary>
    readonly struct LabelledRows<T>(RowLossBuffers<T> at, Arithmetic<T> arithmetic) : IRowKernel where T : unmanaged, IFloatingPointIeee754<T>
    {
        readonly RowLossBuffers<T> at = at;
        readonly Arithmetic<T> arithmetic = arithmetic;

        public int Scratch => 0;

        public void Block<V>(RowLayout layout, nint first, int rows, double* scratch) where V : struct, ILanes<V, double>
        {
            double* p = stackalloc double[3 * RowBlocks.Side], scales = p + RowBlocks.Side, losses = scales + RowBlocks.Side;
            for (int lane = 0; lane < RowBlocks.Side; lane++)
            {
                nint row = lane < rows ? first + lane : first;
                p[lane] = Real.Wide(at.X[row * layout.Length + (nint)at.Labels[row]]);
                scales[lane] = at.ScaleOf(row);
            }
            for (int lane = 0; lane < RowBlocks.Side; lane += V.Count)
            {
                // A sum with nothing: of −0 it is 0.
                V own = Across.Told(V.All(0) + V.Load(in p[lane]));
                arithmetic.Loss(own).Store(ref losses[lane]);
                if (at.ByInput != null)
                    arithmetic.Derivative(own, V.Load(in scales[lane])).Store(ref p[lane]);
            }
            if (at.ByInput != null)
                new Span<T>(at.ByInput + first * layout.Length, checked((int)(rows * layout.Length))).Clear();
            for (int lane = 0; lane < rows; lane++)
            {
                at.Losses[first + lane] = losses[lane];
                if (at.ByInput != null)
                    at.ByInput[(first + lane) * layout.Length + (nint)at.Labels[first + lane]] = Real.Of<T>(p[lane]);
            }
        }
    }

    readonly struct Arithmetic<T>(double q) : IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        readonly double q = q;

        public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
        {
            V p = Across.Sum(Right<V>(at), at.Layout);
            if (at.Derivatives)
                Derivatives(at, Derivative(p, scale));
            return Loss(p);
        }

        public V Loss<V>(V p) where V : struct, ILanes<V, double> =>
            q == 1 ? V.All(1) - p : -Elementary<T>.Of<Expm1, V>(Elementary<T>.Of<Log, V>(p) * q) / V.All(q);

        public V Derivative<V>(V p, V scale) where V : struct, ILanes<V, double> => new RealPower<T>(q - 1).Of(p) * -scale;

        [MethodImpl(MethodImplOptions.NoInlining)]
        static V Right<V>(RowParts at) where V : struct, ILanes<V, double>
        {
            var sum = RunningSum<V, T>.Zero;
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
            {
                V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]);
                sum += x * y;
            }
            return sum.Value;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Derivatives<V>(RowParts at, V derivative) where V : struct, ILanes<V, double>
        {
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
            {
                V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]);
                (derivative * y).Store(ref at.X[position]);
                (derivative * x).Store(ref at.Target[position]);
            }
        }
    }
}
