using ParityNet.Native.Simd;

namespace ParityNet.Native.Rows;

/// <summary>What the parts of a split row come to, in every lane; rows that are not split are left as they are.</summary>
static class Across
{
    public static V Sum<V>(V parts, RowLayout layout) where V : struct, ILanes<V, double> =>
        layout.Split ? Folded(parts, (a, b) => a + b) : parts;

    public static V Max<V>(V parts, RowLayout layout) where V : struct, ILanes<V, double> =>
        layout.Split ? Folded(parts, Math.Max) : parts;

    static V Folded<V>(V parts, Func<double, double, double> fold) where V : struct, ILanes<V, double>
    {
        Span<double> lanes = stackalloc double[RowBlocks.Side];
        parts.Store(ref lanes[0]);
        for (int half = RowBlocks.Side / 2; half > 0; half /= 2)
            for (int lane = 0; lane < half; lane++)
                lanes[lane] = fold(lanes[lane], lanes[lane + half]);
        return V.All(lanes[0]);
    }
}
