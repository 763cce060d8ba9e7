using ParityNet.Native.Simd;

namespace ParityNet.Native.Channels;

/// <summary>A kernel whose results are summed per channel.</summary>
interface IChannelTerm
{
    /// <summary>One vector of terms, starting at <paramref name="index"/>.</summary>
    /// <param name="index">The index of the first element in the tensor.</param>
    /// <param name="position">The index of its per-channel values.</param>
    V Term<V>(nint index, nint position) where V : struct, ILanes<V, double>;
}
