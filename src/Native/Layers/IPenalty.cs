using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>The term of a penalty and its derivative.</summary>
interface IPenalty
{
    static abstract V Size<V>(V x) where V : struct, ILanes<V, double>;

    static abstract V Derivative<V>(V x) where V : struct, ILanes<V, double>;
}
