using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// <c>max(0, 1 − Σ y·x + max (1 − y)·x)</c>; its derivatives are <c>s·(1 − y) − y</c> and <c>−x − s·x</c>, where s is 1/(number of ties) at
/// the maximum and 0 elsewhere; both are 0 where the loss is 0.
/// </summary>
readonly struct CategoricalHingeKernel : IRowLoss
{
    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, Arithmetic<T>>(buffers, new()), layout, plan);

    readonly unsafe struct Arithmetic<T> : IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>Below this the products may be subnormal, so that different ones round to the same number and seem to tie.</summary>
        const double Vanishing = 1.1830521861667747e-271;

        /// <summary>The scale 2²⁰⁰, and the bound on |x| below which scaling does not overflow.</summary>
        const double Up = 1.6069380442589903e60, Far = 1e240;

        public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
        {
            V zero = V.All(0);
            var (right, wrong) = Scores(at, offset);
            V largest = Across.Max(wrong, at.Layout), z = largest - Across.Sum(right, at.Layout) + V.All(1);
            if (at.Derivatives)
            {
                V vanishing = V.Abs(largest) < V.All(Vanishing);
                if (typeof(T) == typeof(double) && V.AnySet(vanishing))
                    largest = Across.Max(Raised(at, offset, V.Select(vanishing, V.All(Up), V.All(1))), at.Layout);
                Derivatives(at, largest, Across.Sum(Ties(at, largest), at.Layout), V.Select(z <= zero, zero, scale));
            }
            return V.Select(z <= zero, zero, z);
        }

        /// <summary>The sum of the right scores and the largest wrong one; writes the wrong scores to <c>Spare</c>.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        static (V Right, V Wrong) Scores<V>(RowParts at, V offset) where V : struct, ILanes<V, double>
        {
            V one = V.All(1), none = V.All(double.NegativeInfinity), wrong = none, index = offset, end = V.All(at.Layout.Length),
                step = V.All(at.Layout.Step);
            var right = RunningSum<V, T>.Zero;
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
            {
                V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]), other = V.Select(index < end, (one - y) * x, none);
                right += x * y;
                wrong = V.Max(wrong, other);
                other.Store(ref at.Spare[position]);
                index += step;
            }
            return (right.Value, wrong);
        }

        /// <summary>
        /// The largest wrong score with the scores scaled up, so that scores do not tie by underflow; writes the scaled wrong scores to
        /// <c>Spare</c>.
        /// </summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        static V Raised<V>(RowParts at, V offset, V up) where V : struct, ILanes<V, double>
        {
            V one = V.All(1), none = V.All(double.NegativeInfinity), wrong = none, index = offset, end = V.All(at.Layout.Length),
                step = V.All(at.Layout.Step);
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
            {
                V x = V.Load(in at.X[position]), share = one - V.Load(in at.Target[position]);
                V other = V.Select(index < end, share * (x * V.Select(V.Abs(x) < V.All(Far), up, one)), none);
                wrong = V.Max(wrong, other);
                other.Store(ref at.Spare[position]);
                index += step;
            }
            return wrong;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static V Ties<V>(RowParts at, V largest) where V : struct, ILanes<V, double>
        {
            V one = V.All(1), ties = V.All(0);
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
                ties += V.Equal(V.Load(in at.Spare[position]), largest) & one;
            return ties;
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Derivatives<V>(RowParts at, V largest, V ties, V scale) where V : struct, ILanes<V, double>
        {
            V one = V.All(1), share = one / ties;
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
            {
                V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]),
                    s = (V.Equal(V.Load(in at.Spare[position]), largest) & one) * share;
                ((s * (one - y) - y) * scale).Store(ref at.X[position]);
                (-(x * scale) - s * x * scale).Store(ref at.Target[position]);
            }
        }
    }
}
