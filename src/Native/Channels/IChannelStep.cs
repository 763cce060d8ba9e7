using ParityNet.Native.Simd;

namespace ParityNet.Native.Channels;

/// <summary>An elementwise kernel with per-channel values.</summary>
interface IChannelStep
{
    /// <summary>Processes one vector of elements, starting at <paramref name="index"/>.</summary>
    /// <param name="index">The index of the first element in the tensor.</param>
    /// <param name="position">The index of its per-channel values.</param>
    void Step<V>(nint index, nint position) where V : struct, ILanes<V, double>;
}
