using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Losses;
using ParityNet.Native.Functions;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>
/// With <c>s = x + y</c> and <c>r = (x − y)/s</c> an element gives <c>(s/4)·((1 + r) ln(1 + r) + (1 − r) ln(1 − r))</c>; its derivatives
/// are <c>½ ln(1 ± r)</c>.
/// </summary>
readonly struct JensenShannonKernel(JensenShannon spec) : IRowLoss
{
    public LogBase Base { get; } = spec.Base;

    public void Run<T>(RowLossBuffers<T> buffers, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> =>
        RowBlocks.Run(new RowLossBlocks<T, Arithmetic<T>>(buffers, new()), layout, plan);

    readonly unsafe struct Arithmetic<T> : IRowArithmetic<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>
        /// The coefficients 1/(k(2k − 1)) of the series for small r, where the two logarithms nearly cancel. Its relative error is 2⁻⁶⁰ up
        /// to ¼.
        /// </summary>
        static readonly double[] Series = [.. Enumerable.Range(1, 14).Select(k => 1.0 / (k * (2 * k - 1)))];

        [MethodImpl(MethodImplOptions.NoInlining)]
        public V Rows<V>(RowParts at, V offset, V scale) where V : struct, ILanes<V, double>
        {
            V zero = V.All(0), half = scale * 0.5;
            var loss = RunningSum<V, T>.Zero;
            for (nint position = 0; position < at.End; position += RowBlocks.Side)
            {
                V x = V.Load(in at.X[position]), y = V.Load(in at.Target[position]);
                // Negative numbers are not probabilities.
                V s = V.Select((x < zero) | (y < zero), V.All(double.NaN), x + y), none = V.Equal(s, zero);
                V r = (x - y) / s, square = r * r, byX = Log(x, r, s), byY = Log(y, -r, s);
                V far = V.Select(V.Equal(x, zero), zero, x * byX) + V.Select(V.Equal(y, zero), zero, y * byY);
                V near = s * 0.5 * (square * V.Polynomial(square, Series));
                loss += V.AndNot(V.Select(V.Abs(r) < V.All(0.25), near, far) * 0.5, none);
                V.AndNot(byX * half, none).Store(ref at.X[position]);
                V.AndNot(byY * half, none).Store(ref at.Target[position]);
            }
            return Across.Sum(loss.Value, at.Layout);
        }

        /// <summary>
        /// <c>ln(2a/s)</c>, as <c>log1p(r)</c> unless r &lt; −½ or s is infinite; separate, because the JIT limits inlining per method.
        /// </summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        static V Log<V>(V a, V r, V s) where V : struct, ILanes<V, double> =>
            V.Select((r < V.All(-0.5)) | V.Equal(s, V.All(double.PositiveInfinity)), Elementary<T>.Of<Log, V>((a + a) / s),
                Elementary<T>.Of<Log1p, V>(r));
    }
}
